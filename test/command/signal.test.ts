import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { migrationLock } from '../../src/database/migrate.ts';
import { createDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { startProgram } from '../support/program.ts';
import { inventKeys } from '../support/settings.ts';

test.each(['serve', 'dispatch'])(
  '%s, asked to stop while it starts, ends in order',
  async (command) => {
    const { url } = await createDatabase();
    const directory = await mkdtemp(join(tmpdir(), 'semafoor-signal-'));
    const gate = postgres(url, { max: 1 });
    onTestFinished(async () => {
      await gate.end();
      await rm(directory, { recursive: true });
    });
    await gate`SELECT pg_advisory_lock(${migrationLock})`;
    const program = startProgram({
      command: [command],
      environment: { ...inventKeys(), DATABASE_URL: url, PORT: String(await freePort()) },
      logFile: join(directory, 'log'),
    });
    await untilItWaits(gate);
    program.signal('SIGTERM');
    await gate`SELECT pg_advisory_unlock(${migrationLock})`;
    expect(await program.ended).toBe(0);
  },
);

/** The program stands before the lock of the migrations. */
async function untilItWaits(sql: postgres.Sql) {
  const waiting = () =>
    sql`SELECT 1 FROM pg_locks WHERE objid = ${migrationLock} AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  while ((await waiting()).length === 0) await pause(20);
}
