import { randomBytes } from 'node:crypto';
import { chmod, link, lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../log.ts';
import { type Account, mayEnter } from './account.ts';

/**
 * Where the database's files lie: in `directory`/postgres, or, where the server's account may not enter `directory`, in
 * a place of their own that `directory`/postgres.path names.
 */
export async function choosePlace(directory: string, account: Account, log: Log): Promise<string> {
  const pointer = join(directory, 'postgres.path');
  const pointed = () => readFile(pointer, 'utf8').then((text) => text.trim());
  const named = await pointed().catch(() => undefined);
  if (named) return named;
  if (!account || (await mayEnter(account, directory))) return join(directory, 'postgres');

  // The name is random, not made from the path: whoever deletes the directory means to begin anew.
  const place = join(await sharedShelter(), `database-${randomBytes(8).toString('hex')}`);
  const draft = `${pointer}.${process.pid}`;
  await writeFile(draft, `${place}\n`);
  await link(draft, pointer).catch(() => {}); // another hub pointed first: its place counts
  await rm(draft);
  const chosen = await pointed();
  log.info(
    { directory, place: chosen },
    'PostgreSQL may not enter the data directory: it gets a place of its own',
  );
  return chosen;
}

/** Where root keeps what the server's account must reach: a directory that nobody else could have filled. */
export async function sharedShelter(): Promise<string> {
  for (const shelter of ['/var/lib/semafoor', '/var/tmp/semafoor']) {
    await mkdir(shelter).then(
      () => chmod(shelter, 0o755),
      () => {},
    );
    const entry = await lstat(shelter).catch(() => undefined);
    if (entry?.isDirectory() && entry.uid === 0 && (entry.mode & 0o022) === 0) return shelter;
  }
  throw new Error(
    'Neither /var/lib/semafoor nor /var/tmp/semafoor can be a directory of root: set DATABASE_URL.',
  );
}
