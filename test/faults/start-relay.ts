import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Accepted } from './judge.ts';

export type Relay = {
  /** The port of each sending process. */
  ports: Record<string, number>;
  count(): Promise<number>;
  accepted(): Promise<Accepted[]>;
  close(): Promise<void>;
};

const script = fileURLToPath(new URL('./relay.ts', import.meta.url));

/** Starts the round's SMTP server, with a port per sending process. */
export async function startRelay(seed: number, slots: string[]): Promise<Relay> {
  const child = fork(script, [String(seed), ...slots], {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  });
  const [ports] = await once(child, 'message');
  child.once('exit', (code) => {
    if (code) throw new Error(`the round's SMTP server ended with ${code}`);
  });
  let asking: Promise<unknown> = Promise.resolve();
  // One question at a time: an answer does not say which one it belongs to.
  const ask = <T>(question: string): Promise<T> => {
    const answer = asking.then(async () => {
      child.send(question);
      return (await once(child, 'message'))[0] as T;
    });
    asking = answer;
    return answer;
  };
  return {
    ports: ports as Record<string, number>,
    count: () => ask('count'),
    accepted: () => ask('accepted'),
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
