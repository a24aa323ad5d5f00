import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { connect } from '../../src/database/connect.ts';
import { atEnd } from '../support/at-end.ts';
import { createDatabase } from '../support/database.ts';
import { layWire } from './wire.ts';

/** A pool of one connection, with a table, over a wire. */
async function openPool() {
  const database = await createDatabase();
  const wire = await layWire(database.url);
  const sql = connect(wire.url, { max: 1 });
  atEnd(async () => {
    await sql.end({ timeout: 1 });
    wire.close();
    await database.drop();
  });
  await sql`CREATE TABLE note (text text)`;
  return { sql, wire };
}

test('a transaction whose connection is cut fails, and neither the process nor the pool suffers', async () => {
  const { sql, wire } = await openPool();
  const broken = sql.begin(async (sql) => {
    await sql`INSERT INTO note VALUES ('half')`;
    const slow = sql`SELECT pg_sleep(60)`.execute();
    wire.cut('quietly');
    await slow;
  });
  await expect(broken).rejects.toThrow('CONNECTION_CLOSED');
  await turn(); // an uncaught error would come now
  await sql.begin(async (sql) => {
    await sql`INSERT INTO note VALUES ('whole')`;
  });
  expect(await sql`SELECT text FROM note`).toEqual([{ text: 'whole' }]);
});

test('work that was not waiting for the database when it went does not write afterwards', async () => {
  const { sql, wire } = await openPool();
  const elsewhere = Promise.withResolvers<void>();
  const late = Promise.withResolvers<unknown>();
  const broken = sql.begin(async (sql) => {
    await sql`SELECT 1`;
    wire.cut('quietly');
    await elsewhere.promise;
    await sql`INSERT INTO note VALUES ('late')`.catch(late.reject);
  });
  await expect(broken).rejects.toThrow('CONNECTION_CLOSED');
  expect(await sql`SELECT text FROM note`).toEqual([]);
  elsewhere.resolve();
  await turn();
  await turn();
  expect(await sql`SELECT text FROM note`).toEqual([]);
});

test('any other failure rolls back and says what it was', async () => {
  const { sql } = await openPool();
  const failed = sql.begin('isolation level serializable', async (sql) => {
    await sql`INSERT INTO note VALUES ('half')`;
    throw new TypeError('a bug');
  });
  await expect(failed).rejects.toThrow('a bug');
  const wrong = sql.begin(async (sql) => void (await sql`SELECT 1 / 0`));
  await expect(wrong).rejects.toThrow('division by zero');
  expect(await sql`SELECT text FROM note`).toEqual([]);
  expect(await sql.begin(async (sql) => (await sql`SELECT 7 AS n`)[0]?.n)).toBe(7);
});
