import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Choice } from '../../acknowledgement/choice.ts';
import type { Temper } from '../country/temper.ts';
import type { Chatter } from './chat.ts';
import type { Entry } from './entry.ts';
import { openMailReader } from './mail-file.ts';
import type { Ask, Beginning, Doors, Tell, Wish } from './message.ts';
import type { Post } from './post.ts';
import type { Received } from './received.ts';
import type { Outcome, Visit } from './visit.ts';

/**
 * Everything outside the hub that the demo needs: mail servers, mailboxes, Telegram, a partner's machine, and people who
 * read and answer.
 */
export type World = Doors & {
  /** All mail that came, in order. */
  entries: readonly Entry[];
  read(entry: Entry): Promise<Buffer>;
  /** How many messages have come in, counted where they come in. */
  count(): Promise<number>;
  open(visits: Visit[]): Promise<Outcome>;
  answer(): Promise<Outcome>;
  /** Some people show Telegram's bot the code that they were given. */
  link(chatters: Chatter[]): Promise<number>;
  /** They press this choice under what they were sent last, where it asks for one; how many did. */
  press(choice: Choice): Promise<number>;
  /** What stands in the chats of Telegram, in order. */
  posts(): Promise<readonly Post[]>;
  /** The partner has its machine told, by its key. */
  subscribe(key: string): Promise<number>;
  /** What the partner's machine was told, in order. */
  received(): Promise<readonly Received[]>;
  close(): Promise<void>;
};

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void };

type Options = {
  /** Where the hub listens. */
  hub: string;
  /** Where its mail is kept. */
  directory: string;
  /** The addresses that do not simply take mail. */
  tempers: Record<string, Temper>;
};

/** Starts the world. */
export async function startWorld({ hub, directory, tempers }: Options): Promise<World> {
  const path = join(directory, 'mail');
  const workerData: Beginning = { hub, path, tempers };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData,
    // Node strips types by itself; the loader that pages in JSX need would only make the thread start later.
    execArgv: [],
  });
  const waiting = new Map<number, Waiting>();
  const entries: Entry[] = [];
  let asked = 0;
  let ended = false;

  const ready = Promise.withResolvers<Doors>();
  worker.on('error', (error) => {
    ready.reject(error);
    for (const { reject } of waiting.values()) reject(error);
  });
  worker.on('message', (tell: Tell) => {
    if (tell.kind === 'ready') return ready.resolve(tell);
    if (tell.kind === 'mail') return void entries.push(...tell.entries);
    const { resolve, reject } = waiting.get(tell.id) as Waiting;
    waiting.delete(tell.id);
    if (tell.kind === 'failed') return reject(new Error(tell.message));
    resolve(tell.answer);
  });

  function ask<T>(wish: Wish): Promise<T> {
    if (ended) return Promise.reject(new Error('The world has ended.'));
    asked += 1;
    const message: Ask = { id: asked, ...wish };
    worker.postMessage(message);
    return new Promise<T>((resolve, reject) => {
      waiting.set(message.id, { resolve: resolve as Waiting['resolve'], reject });
    });
  }

  const { port, telegram } = await ready.promise;
  const reader = await openMailReader(path);
  return {
    port,
    telegram,
    entries,
    read: reader.read,
    count: () => ask({ kind: 'count' }),
    open: (visits) => ask({ kind: 'open', visits }),
    answer: () => ask({ kind: 'answer' }),
    link: (chatters) => ask({ kind: 'link', chatters }),
    press: (choice) => ask({ kind: 'press', choice }),
    posts: () => ask({ kind: 'posts' }),
    subscribe: (key) => ask({ kind: 'subscribe', key }),
    received: () => ask({ kind: 'received' }),
    async close() {
      const last = ask({ kind: 'end' });
      ended = true;
      await last;
      const gone = once(worker, 'exit');
      await worker.terminate();
      await gone;
      for (const { reject } of waiting.values()) reject(new Error('The world has ended.'));
      await reader.close();
    },
  };
}
