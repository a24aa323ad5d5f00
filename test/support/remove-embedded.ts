import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findPostmaster } from '../../src/database/embedded/postmaster.ts';

/** Ends the server of a data directory, whoever is connected, and removes its files wherever they are. */
export async function removeEmbedded(directory: string): Promise<void> {
  const pointer = await readFile(join(directory, 'postgres.path'), 'utf8').catch(() => '');
  const place = pointer.trim() || join(directory, 'postgres');
  const server = findPostmaster(join(place, 'cluster'));
  if (server) process.kill(server.pid, 'SIGQUIT');
  while (findPostmaster(join(place, 'cluster'))) await pause(20);
  await rm(place, { recursive: true, force: true });
  await rm(directory, { recursive: true, force: true });
}
