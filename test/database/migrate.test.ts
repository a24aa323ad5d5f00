import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { expect, inject, onTestFinished, test } from 'vitest';
import { migrate } from '../../src/database/migrate.ts';
import { createLog } from '../../src/log.ts';

const log = createLog({ logLevel: 'silent' });

/** An empty database, not a clone of the migrated template. */
async function createEmpty(): Promise<string> {
  const server = inject('serverUrl');
  const name = `empty_${randomBytes(6).toString('hex')}`;
  const sql = postgres(server, { max: 1 });
  await sql.unsafe(`CREATE DATABASE ${name}`);
  onTestFinished(async () => {
    await sql.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
    await sql.end();
  });
  return server.replace(/postgres$/, name);
}

test('five hubs that start at once on an empty database all succeed', async () => {
  const url = await createEmpty();
  await Promise.all(Array.from({ length: 5 }, () => migrate(url, log)));
  const sql = postgres(url, { max: 1 });
  const applied =
    await sql`SELECT hash, count(*)::int AS times FROM drizzle.__drizzle_migrations GROUP BY hash`;
  expect(applied.length).toBeGreaterThan(0);
  expect(applied.every(({ times }) => times === 1)).toBe(true);
  expect(await sql`SELECT hub_now() IS NOT NULL AS told`).toEqual([{ told: true }]);
  await sql.end();
});
