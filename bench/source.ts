import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type Load = { port: number; connections: number; mails: number; bytes: number };

/** Sends the same number of mails of the same size with Postfix's own generator, sessions kept open; ms. */
export async function runSource(
  program: string,
  { port, connections, mails, bytes }: Load,
): Promise<number> {
  const began = performance.now();
  const child = spawn(
    program,
    [
      '-d',
      '-s',
      connections,
      '-m',
      mails,
      '-l',
      bytes,
      '-f',
      'a@example.nl',
      '-t',
      'b@example.nl',
      `127.0.0.1:${port}`,
    ].map(String),
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`smtp-source ended with ${code}`);
  return performance.now() - began;
}
