import { Worker } from 'node:worker_threads';
import type { Ask, Told } from './thread.ts';

type Options = {
  /** At most so many; another starts when all that run have work. */
  count: number;
  /** What each knows from its start. */
  data: unknown;
  /** A thread that is asked something and says nothing for so long is ended. */
  seconds: number;
  /** Of JavaScript objects in one thread; one that wants more ends, the hub goes on. */
  megabytes: number;
};

export type Threads<Wish, Answer> = {
  /** Rejects where the work broke, or the thread ended in the middle of it. */
  ask(wish: Wish): Promise<Answer>;
  /** Ends them all, and what they were asked. */
  close(): Promise<void>;
};

type Waiting<Answer> = { resolve(answer: Answer): void; reject(error: Error): void };
type Thread<Answer> = { worker: Worker; waiting: Map<number, Waiting<Answer>> };

/**
 * Work that is heavy on the processor and small, in threads beside the one that everything else runs in. They start when
 * they are first needed and stay. One that breaks takes what it was asked along, and the next starts in its place.
 */
export function createThreads<Wish, Answer>(
  file: URL,
  { count, data, seconds, megabytes }: Options,
): Threads<Wish, Answer> {
  const threads = new Set<Thread<Answer>>();
  let asked = 0;
  let closed = false;

  function start(): Thread<Answer> {
    const worker = new Worker(file, {
      workerData: data,
      // None of the hub's settings, which hold secrets; Node reads erasable TypeScript without a loader.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    });
    const thread: Thread<Answer> = { worker, waiting: new Map() };
    threads.add(thread);
    let cause: unknown;
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('message', ({ id, ...told }: Told<Answer>) => {
      const waiting = thread.waiting.get(id);
      thread.waiting.delete(id);
      if (thread.waiting.size === 0) worker.unref();
      if ('error' in told) waiting?.reject(told.error);
      else waiting?.resolve(told.answer);
    });
    worker.on('exit', () => {
      threads.delete(thread);
      const error = new Error('A thread ended in the middle of its work.', { cause });
      for (const { reject } of thread.waiting.values()) reject(error);
    });
    return thread;
  }

  function choose(): Thread<Answer> {
    const [least] = [...threads].toSorted((a, b) => a.waiting.size - b.waiting.size);
    const isFree = least && (least.waiting.size === 0 || threads.size >= count);
    return isFree ? least : start();
  }

  return {
    async ask(wish) {
      if (closed) throw new Error('The threads have ended.');
      const { worker, waiting } = choose();
      asked += 1;
      const ask: Ask<Wish> = { id: asked, wish };
      const told = Promise.withResolvers<Answer>();
      waiting.set(ask.id, told);
      worker.ref();
      worker.postMessage(ask);
      const timer = setTimeout(() => void worker.terminate(), seconds * 1000);
      return told.promise.finally(() => clearTimeout(timer));
    },
    async close() {
      closed = true;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}
