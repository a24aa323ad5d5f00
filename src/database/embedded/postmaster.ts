import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';

/** A running server, as its `postmaster.pid` tells. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/**
 * Finds the server that runs on these files, whoever started it. A `postmaster.pid` that outlived its server and whose
 * number another program has now is removed, because PostgreSQL itself would refuse to start beside it.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const file = join(cluster, 'postmaster.pid');
  const [pid, , , port, , , , status] = read(file)?.split('\n') ?? [];
  if (!pid) return undefined;
  if (isServing(Number(pid), cluster)) {
    return { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' };
  }
  if (isAlive(Number(pid))) rmSync(file, { force: true });
  return undefined;
}

/**
 * The port of the last server: whoever was connected to it looks for it there. `postmaster.opts` says it after a kill
 * and after a restart alike, `postmaster.pid` is gone after the latter.
 */
export function lastPort(cluster: string): number | undefined {
  const options = read(join(cluster, 'postmaster.opts')) ?? '';
  return Number(/"-p" "(\d+)"/.exec(options)?.[1]) || undefined;
}

/** Whether the server on this port knows the password and serves these files. */
export async function answers(url: string, cluster: string): Promise<boolean> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 5,
    connection: { application_name: 'semafoor embedded' },
  });
  try {
    const [row] = await sql`SHOW data_directory`;
    return row?.data_directory === cluster;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** A process that has ended but was never waited for has no command line; neither has one that another user hides. */
export function isServing(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  return read(`/proc/${pid}/cmdline`)?.split('\0').includes(cluster) ?? false;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
