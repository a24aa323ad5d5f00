import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** The user that PostgreSQL runs as; undefined: the one we are. */
export type Account = { uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: root lends it the account `postgres`, or else `nobody`. No account is created. */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return { uid: 65_534, gid: 65_534 };
}

/** Of the hub's environment PostgreSQL sees nothing: it holds our secrets. */
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

/**
 * Runs a program as the server's account, in a directory that every account may enter.
 * @throws Error with what the program wrote, when it ends with anything but 0.
 */
export async function runAs(account: Account, file: string, args: string[]): Promise<void> {
  await promisify(execFile)(file, args, { ...account, cwd: '/', env: serverEnvironment });
}

/** Whether the account may enter the directory: every directory above it counts, so it is asked to try. */
export async function mayEnter(account: Account, directory: string): Promise<boolean> {
  return runAs(account, '/bin/sh', ['-c', 'test -x "$0"', directory]).then(
    () => true,
    () => false,
  );
}
