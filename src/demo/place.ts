import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostmaster, isServing } from '../database/embedded/postmaster.ts';
import { HubError } from '../errors.ts';

/** Says that a directory is the demo's and may be removed with everything in it. */
const marker = 'demo.json';

/**
 * Makes the demo's directory anew. What an earlier demo left is removed, its database server too if it lives on; a
 * directory without the demo's marker is left alone.
 * @throws HubError conflict
 */
export async function clearPlace(directory: string): Promise<void> {
  const left = await readdir(directory).catch(() => []);
  if (left.length > 0) await removeEarlier(directory);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, marker), JSON.stringify({ demo: true, pid: process.pid }));
}

async function removeEarlier(directory: string): Promise<void> {
  const text = await readFile(join(directory, marker), 'utf8').catch(() => null);
  if (text === null)
    throw new HubError(
      'conflict',
      `${directory} was not made by the demo, which would empty it: move it away, or set DATA_DIR.`,
    );
  const { pid } = JSON.parse(text) as { pid: number };
  if (pid !== process.pid && (await isDemo(pid)))
    throw new HubError(
      'conflict',
      `A demo is running here already, as process ${pid}: end it first.`,
    );
  const place = await databasePlace(directory);
  await endServer(join(place, 'cluster'));
  await rm(place, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
}

/** Another program may have the number by now, so its command line is looked at where that can be done. */
async function isDemo(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (!existsSync('/proc/self/cmdline')) return true;
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return commandLine.split('\0').includes('demo');
}

/** Where the embedded database put its files: beside us, or where its own account may go. */
async function databasePlace(directory: string): Promise<string> {
  const pointed = await readFile(join(directory, 'postgres.path'), 'utf8').catch(() => '');
  return pointed.trim() || join(directory, 'postgres');
}

/** Ends the server of a demo that was killed: it lives on. */
async function endServer(cluster: string): Promise<void> {
  const server = findPostmaster(cluster);
  if (!server) return;
  process.kill(server.pid, 'SIGQUIT'); // PostgreSQL's immediate shutdown: nothing of it is kept
  while (isServing(server.pid, cluster)) await pause(20);
}
