import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../test/support/free-port.ts';

export type Sink = { port: number; close(): Promise<void> };

/** Postfix's two programs, where Debian puts them; null when they are not installed. */
export function findPostfix(): { sink: string; source: string } | null {
  const found = ['/usr/sbin', '/usr/local/sbin', '/usr/bin'].find(
    (directory) => spawnSync(`${directory}/smtp-sink`).error === undefined,
  );
  return found ? { sink: `${found}/smtp-sink`, source: `${found}/smtp-source` } : null;
}

export const noPostfix =
  'smtp-sink and smtp-source are missing; they come with Debian’s postfix (apt-get install postfix)';

/** Starts an SMTP server that throws everything away as fast as C can. */
export async function startSink(program: string): Promise<Sink> {
  const port = await freePort();
  const account = process.getuid?.() === 0 ? ['-u', 'postfix'] : [];
  const child = spawn(program, [...account, `127.0.0.1:${port}`, '1000'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`smtp-sink ended with ${child.exitCode}`);
    await pause(20);
  }
  return {
    port,
    async close() {
      child.kill();
      await ended;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
