import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { mayEnter, serverAccount } from '../../src/database/embedded/account.ts';
import { keepEmbedded } from '../../src/database/embedded/keep.ts';
import { startEmbedded } from '../../src/database/embedded.ts';
import { createLog } from '../../src/log.ts';
import { removeEmbedded } from '../support/remove-embedded.ts';

const log = createLog({ logLevel: 'silent' });
const starter = fileURLToPath(new URL('./start-embedded.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

const nobodyMayEnter = isRoot && (await mayEnter(nobody, process.cwd()));

const start = (directory: string) => startEmbedded({ directory, log, durable: false });

async function makeDirectory(mode = 0o755): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), `semafoor-test-${process.pid}-`));
  await chmod(directory, mode);
  onTestFinished(() => removeEmbedded(directory));
  return directory;
}

type Started = { child: ChildProcess; url: string; pid: number; uid: number };

/** Starts the database from a process of its own. */
async function startElsewhere(directory: string, account = {}): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', starter, directory], {
    ...account,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  return { child, ...JSON.parse(String(line)) };
}

async function kill({ child }: Started) {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function ask(url: string, question: string) {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql.unsafe(question);
  await sql.end();
  return row;
}

describe('the embedded PostgreSQL', () => {
  test('outlives a killed hub and is adopted by the next start, which ends it', async () => {
    const directory = await makeDirectory();
    const first = await startElsewhere(directory);
    await ask(first.url, 'CREATE TABLE told (name text)');
    await kill(first);
    const next = await start(directory);
    expect(next).toMatchObject({ url: first.url, pid: first.pid });
    expect(await ask(next.url, "SELECT to_regclass('told') IS NOT NULL AS kept")).toEqual({
      kept: true,
    });
    await next.stop();
    expect(next.isRunning()).toBe(false);
  });

  test('is one server for two hubs that start at once on an empty directory', async () => {
    const directory = await makeDirectory();
    const [one, other] = await Promise.all([startElsewhere(directory), startElsewhere(directory)]);
    expect(one).toMatchObject({ url: other.url, pid: other.pid });
  });

  test('stays while someone else is connected', async () => {
    const server = await start(await makeDirectory());
    const other = postgres(server.url, { max: 1 });
    await other`SELECT 1`;
    await server.stop();
    expect(server.isRunning()).toBe(true);
    await other.end();
    await vi.waitFor(
      async () => {
        await server.stop();
        expect(server.isRunning()).toBe(false);
      },
      { timeout: 120_000, interval: 100 },
    );
  });

  test('starts beside a postmaster.pid whose number another program has now', async () => {
    const directory = await makeDirectory();
    const first = await start(directory);
    const pidFile = join(directory, 'postgres', 'cluster', 'postmaster.pid');
    const left = await readFile(pidFile, 'utf8');
    await first.stop();
    const program = spawn('/bin/sleep', ['600'], { ...serverAccount(), cwd: '/' });
    onTestFinished(() => void program.kill());
    await writeFile(pidFile, left.replace(/^\d+/, String(program.pid)));
    const next = await start(directory);
    expect(await ask(next.url, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });

  test.each([
    ['killed', 'SIGKILL'],
    ['restarted', 'SIGINT'],
  ])('comes back on its port when it is %s under a running hub', async (_, signal) => {
    const directory = await makeDirectory();
    const server = await keepEmbedded({ directory, log });
    const sql = postgres(server.url, { max: 1, onnotice: () => {} });
    await sql`CREATE TABLE told (name text)`;
    const { pid } = server;
    process.kill(pid, signal);
    await vi.waitFor(() => expect(server.pid).not.toBe(pid), { timeout: 120_000, interval: 20 });
    await vi.waitFor(() => sql`SELECT * FROM told`, { timeout: 120_000, interval: 20 });
    await sql.end();
    await server.stop();
    expect(server.isRunning()).toBe(false);
  });

  test('lets nobody in without its password, which only its owner reads', async () => {
    const directory = await makeDirectory();
    const { url } = await start(directory);
    await expect(ask(url.replace(/:[^:]*@/, ':guessed@'), 'SELECT 1')).rejects.toMatchObject({
      code: '28P01',
    });
    const { mode, uid } = await stat(join(directory, 'postgres', 'password'));
    expect([mode & 0o777, uid]).toEqual([0o600, process.getuid?.()]);
  });

  test.runIf(isRoot)(
    'is served by someone else for root, from a place of its own under a closed home',
    async () => {
      const directory = join(await makeDirectory(0o700), 'data');
      onTestFinished(() => removeEmbedded(directory));
      const server = await start(directory);
      const place = (await readFile(join(directory, 'postgres.path'), 'utf8')).trim();
      expect(await ask(server.url, 'SHOW data_directory')).toEqual({
        data_directory: join(place, 'cluster'),
      });
      expect((await stat(place)).uid).toBe(serverAccount()?.uid);
      await server.stop();
      const again = await start(directory);
      expect(await ask(again.url, 'SHOW data_directory')).toEqual({
        data_directory: join(place, 'cluster'),
      });
    },
  );

  test.runIf(nobodyMayEnter)('needs no root', async () => {
    const directory = await makeDirectory(0o777);
    const started = await startElsewhere(directory, nobody);
    expect(started.uid).toBe(nobody.uid);
    expect((await stat(join(directory, 'postgres', 'cluster'))).uid).toBe(nobody.uid);
  });
});
