import { chmod, mkdtemp, readdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { type Embedded, startEmbedded } from '../../src/database/embedded.ts';
import { migrate } from '../../src/database/migrate.ts';
import { createLog } from '../../src/log.ts';
import { removeEmbedded } from './remove-embedded.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

const log = createLog({ logLevel: 'warn' });

/** Where the server's files may lie: in memory, else on disk. */
const places = ['/dev/shm', tmpdir()];
const enough = 4 * 1024 ** 3;

/** One PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function startServer({ provide }: TestProject): Promise<() => Promise<void>> {
  for (const place of places) await removeLeftovers(place).catch(() => {}); // there is no such place here
  const directory = await mkdtemp(join(await choosePlace(), `semafoor-test-${process.pid}-`));
  await chmod(directory, 0o755); // as root PostgreSQL runs as someone else
  const server = await startEmbedded({ directory, log, durable: false });
  const remove = async () => {
    await disconnect(server);
    await server.stop();
    await removeEmbedded(directory);
  };
  try {
    await execute(server.url, 'CREATE DATABASE template');
    await migrate(server.url.replace(/postgres$/, 'template'), log);
  } catch (error) {
    await remove();
    throw error;
  }
  provide('serverUrl', server.url);
  return remove;
}

/** A clone is hundreds of files, which a disk takes longer to make than most tests take; a container may have little memory for it. */
async function choosePlace(): Promise<string> {
  for (const place of places) {
    const { bavail, bsize } = await statfs(place).catch(() => ({ bavail: 0, bsize: 0 }));
    if (bavail * bsize >= enough) return place;
  }
  return tmpdir();
}

/** A test that failed may have left connections, and PostgreSQL stays while somebody is connected. */
async function disconnect({ url }: Embedded) {
  await execute(
    url,
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
     WHERE  backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
}

async function execute(url: string, statement: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(statement);
  await sql.end();
}

/** A run that was killed left its server behind; the directory's name says whose it was. */
async function removeLeftovers(place: string) {
  for (const name of await readdir(place)) {
    const owner = Number(/^semafoor-test-(\d+)-/.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    await removeEmbedded(join(place, name)).catch(() => {}); // another user's
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
