import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../../src/config.ts';

export type Program = {
  /** As an operator starts it: `serve`, `dispatch`, `verify`, `audit verify`. */
  command: string[];
  environment: Environment;
  /** What it writes is kept here. */
  logFile: string;
};
export type Running = {
  pid: number;
  /** Settles when it says that it is ready. @throws Error when it ends before that */
  ready: Promise<void>;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  signal(signal: 'SIGKILL' | 'SIGTERM'): void;
};

const start = fileURLToPath(new URL('../../src/start.js', import.meta.url));

/** Starts the hub's own program as `npm start` does, as one process: its pid is the one that does the work. */
export function startProgram({ command, environment, logFile }: Program): Running {
  const child = spawn(process.execPath, ['--max-semi-space-size=8', start, ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false });
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const ready = Promise.race([
    saysReady(child),
    ended.then((end) => {
      throw new Error(`${command.join(' ')} ended with ${end} before it was ready: see ${logFile}`);
    }),
  ]);
  ready.catch(() => {}); // whoever waits for it hears it
  return { pid: child.pid as number, ready, ended, signal: (signal) => void child.kill(signal) };
}

/** Runs a command to its end; the promise is its exit code. */
export function runProgram(directory: string, command: string[], environment: Environment) {
  const logFile = join(directory, `${command.join('-')}.log`);
  return startProgram({ command, environment, logFile }).ended;
}

function saysReady({ stdout }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    let heard = '';
    const listen = (chunk: Buffer) => {
      heard += chunk;
      if (!/"msg":"the (hub|dispatcher) is ready"/.test(heard)) return;
      stdout?.off('data', listen);
      resolve();
    };
    stdout?.on('data', listen);
  });
}
