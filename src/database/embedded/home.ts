import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../../log.ts';
import { type Account, runAs, serverAccount } from './account.ts';
import { type Binaries, installedBinaries, runnableBinaries } from './binaries.ts';
import { moveIntoPlace } from './move-into-place.ts';
import { choosePlace, sharedShelter } from './place.ts';

/** What belongs to one embedded database: its files, its password, its log and the programs that serve it. */
export type Home = Binaries & {
  account: Account;
  cluster: string;
  password: string;
  logFile: string;
};

type Options = { directory: string; log: Log; durable: boolean };

/** Makes the database's files at the first start and finds them at every other. */
export async function prepareHome({ directory, log, durable }: Options): Promise<Home> {
  await mkdir(directory, { recursive: true });
  const root = await realpath(directory);
  const place = await choosePlace(root, serverAccount(), log);
  const account = await ownerOf(place);
  const shelter = async () => (account ? sharedShelter() : root);
  const binaries = await runnableBinaries(await installedBinaries(), { account, shelter, log });
  const files = { cluster: join(place, 'cluster'), logFile: join(place, 'log') };
  const read = () => readFile(join(place, 'password'), 'utf8');
  const kept = await read().catch(unlessMissing);
  if (!kept) await initialise(place, { ...binaries, account, durable });
  return { ...binaries, ...files, account, password: kept ?? (await read()) };
}

/** Root serves files that exist as the one whose they are: PostgreSQL accepts nobody else. */
async function ownerOf(place: string): Promise<Account> {
  const account = serverAccount();
  if (!account) return undefined;
  const owner = await stat(place).catch(unlessMissing);
  return owner ? { uid: owner.uid, gid: owner.gid } : account;
}

/** Made aside and moved into place, so that a killed first start leaves no half database and two starts make one. */
async function initialise(
  place: string,
  options: Binaries & { account: Account; durable: boolean },
): Promise<void> {
  const { account, initdb, durable } = options;
  const draft = `${place}.${process.pid}`;
  const passwordFile = join(draft, 'password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (account)
    for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid);
  await runAs(account, initdb, [
    `--pgdata=${join(draft, 'cluster')}`,
    '--username=semafoor',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]);
  // From here on the password is the hub's, not the server's.
  if (account) await chown(passwordFile, 0, 0);
  await moveIntoPlace(draft, place);
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
