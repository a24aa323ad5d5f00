import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, onTestFinished, test } from 'vitest';
import { migrationLock } from '../../src/database/migrate.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { until } from '../fanout/fan-out.ts';
import { countStates } from '../fanout/ledger.ts';
import { addProviders } from '../support/crowd.ts';
import { createDatabase } from '../support/database.ts';
import { freePort } from '../support/free-port.ts';
import { openTestHub } from '../support/hub.ts';
import { startProgram } from '../support/program.ts';
import { publishFixture } from '../support/publication.ts';
import { inventKeys, settingsOf } from '../support/settings.ts';
import { openTestSmtp } from '../support/smtp.ts';

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

test('a dispatcher that signs in threads ends in order, with every mail that left signed', async () => {
  const smtp = await openTestSmtp();
  const hub = await openTestHub({ mail: { relays: [smtp.relay] } });
  const directory = await mkdtemp(join(tmpdir(), 'semafoor-signal-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const key = await generateOpenPgpKey({ name: 'NCSC', email: 'advisories@hub.test' });
  const program = startProgram({
    command: ['dispatch'],
    environment: { ...settingsOf(hub), OPENPGP_KEY: key },
    logFile: join(directory, 'log'),
  });
  await program.ready;
  await addProviders(hub.sql, 500);
  await publishFixture(hub.sql, { to: ['providers'] });
  await smtp.received(20);
  program.signal('SIGTERM');
  expect(await program.ended).toBe(0);
  const { sent = 0, sending = 0 } = await countStates(hub);
  expect({ sent, sending }).toEqual({ sent: smtp.messages.length, sending: 0 });
  expect(smtp.messages.every(({ raw }) => raw.includes('multipart/signed'))).toBe(true);
});

test('npm, asked to stop, ends the hub that it started', async () => {
  const { url } = await createDatabase();
  const gate = postgres(url, { max: 1 });
  await gate`SELECT pg_advisory_lock(${migrationLock})`;
  // A group of its own, so that nothing of it outlives a test that failed.
  const npm = spawn('npm', ['start'], {
    env: { ...process.env, ...inventKeys(), DATABASE_URL: url, PORT: String(await freePort()) },
    stdio: 'ignore',
    detached: true,
  });
  const gone = once(npm, 'exit');
  onTestFinished(async () => {
    if (lives(npm)) process.kill(-(npm.pid as number), 'SIGKILL');
    await gate.end();
  });
  await untilItWaits(gate);
  npm.kill('SIGTERM');
  await gate`SELECT pg_advisory_unlock(${migrationLock})`;
  await gone;
  await until(() => expect(lives(npm)).toBe(false));
});

/** Whether anything of its process group runs; who ended and was not fetched by init yet is no process. */
function lives({ pid }: ChildProcess): boolean {
  return globSync('/proc/[0-9]*/stat').some((file) => {
    const [state, , group] = fieldsAfterName(file);
    return group === String(pid) && state !== 'Z';
  });
}

/** proc(5): state, parent, process group, …; none when it ended while it was read. */
function fieldsAfterName(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

/** The program stands before the lock of the migrations. */
async function untilItWaits(sql: postgres.Sql) {
  const waiting = () =>
    sql`SELECT 1 FROM pg_locks WHERE objid = ${migrationLock} AND NOT granted
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  while ((await waiting()).length === 0) await pause(20);
}
