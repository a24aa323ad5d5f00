import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Child<First> = {
  pid: number;
  /** The first thing that it said: it is ready. */
  said: First;
  ask<Answer>(question: unknown): Promise<Answer>;
  close(): Promise<void>;
};

/** Starts a script of this folder as a process of its own and waits until it says something. */
export async function startChild<First>(
  script: string,
  args: unknown[] = [],
): Promise<Child<First>> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = fork(file, args.map(String), { execArgv: ['--import', 'tsx'] });
  const said = (await hear(child)) as First;
  return {
    pid: child.pid as number,
    said,
    async ask<Answer>(question: unknown) {
      child.send(question as string);
      return (await hear(child)) as Answer;
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function hear(child: ChildProcess): Promise<unknown> {
  const over = new AbortController();
  const ended = once(child, 'exit', over).then(([code]) => {
    throw new Error(`${child.spawnargs.join(' ')} ended with ${code}`);
  });
  ended.catch(() => {});
  const [said] = await Promise.race([once(child, 'message', over), ended]);
  over.abort();
  return said;
}
