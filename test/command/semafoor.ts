import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../src/config.ts';

export type Ended = { code: number; out: string; err: string };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs the command line as its user does, with these settings alone; ends by itself. */
export function semafoor(args: string[], settings: Environment): Promise<Ended> {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, ...settings };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${root}src/start.js`, ...args],
      { cwd: root, env },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}
