import { chmod, mkdtemp, readdir } from 'node:fs/promises';
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

/** One PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function startServer({ provide }: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const directory = await mkdtemp(join(tmpdir(), `semafoor-test-${process.pid}-`));
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
async function removeLeftovers() {
  for (const name of await readdir(tmpdir())) {
    const owner = Number(/^semafoor-test-(\d+)-/.exec(name)?.[1]);
    if (!owner || isAlive(owner)) continue;
    await removeEmbedded(join(tmpdir(), name)).catch(() => {}); // another user's
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
