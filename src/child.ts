import { type ChildProcess, fork } from 'node:child_process';

/** How a job in a child ended: of itself, or because it took more than it was given. */
export type Ending = 'done' | 'out of time' | 'out of memory';

type Options = {
  /** For one job, from the moment that the child has loaded. */
  seconds: number;
  /** Of JavaScript objects; a job that wants more ends with the child, the hub goes on. */
  megabytes: number;
  /** Loading is dear: the child stays this long for the next job, then gives its memory back. */
  idleSeconds: number;
};

type Outcome<Reply> = { replies: Reply[]; ending: Ending };
type Run<Reply> = (bytes: Uint8Array) => Promise<Outcome<Reply>>;

/**
 * Work that is heavy on processor and memory, in a process of its own, so that nothing else of the hub waits for it or
 * falls with it; a thread would take the hub along when one allocation is larger than all that is left. One job at a
 * time: the next waits. The child's file says `ready` once, answers each message with replies and ends with `done`.
 */
export function createChild<Reply>(file: URL, options: Options): Run<Reply> {
  let child: ChildProcess | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let retire: NodeJS.Timeout | undefined;

  const stop = () => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const run: Run<Reply> = async (bytes) => {
    clearTimeout(retire);
    if (!child?.connected) child = await start(file, options);
    hold(child, true);
    const outcome = await work<Reply>(child, bytes, options.seconds);
    hold(child, false);
    if (outcome.ending !== 'done') stop();
    retire = setTimeout(stop, options.idleSeconds * 1000).unref();
    return outcome;
  };
  return (bytes) => {
    const mine = last.then(() => run(bytes));
    last = mine.catch(stop);
    return mine;
  };
}

/** It gets none of the hub's settings, which hold secrets, and reads erasable TypeScript without a loader. */
async function start(file: URL, { megabytes }: Options): Promise<ChildProcess> {
  const child = fork(file, {
    env: {},
    execArgv: [`--max-old-space-size=${megabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${file.pathname} did not load.`)));
    child.once('message', () => resolve());
  });
  child.removeAllListeners();
  return child;
}

/** Whether this process stays for the child: a child that waits for a next job keeps nobody. */
function hold(child: ChildProcess, isBusy: boolean): void {
  const way = isBusy ? 'ref' : 'unref';
  child[way]();
  child.channel?.[way]();
}

function work<Reply>(child: ChildProcess, bytes: Uint8Array, seconds: number) {
  const replies: Reply[] = [];
  return new Promise<Outcome<Reply>>((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      // One that is killed may still complain of its channel.
      child.on('error', () => {});
      settle();
    };
    const timer = setTimeout(
      () => end(() => resolve({ replies, ending: 'out of time' })),
      seconds * 1000,
    );
    child.on('message', (message) => {
      if (message !== 'done') replies.push(message as Reply);
      else end(() => resolve({ replies, ending: 'done' }));
    });
    child.on('exit', (code, signal) =>
      end(() => {
        if (ranOut(code, signal)) return resolve({ replies, ending: 'out of memory' });
        reject(
          new Error(`A child process ended with ${code ?? signal} in the middle of its work.`),
        );
      }),
    );
    child.on('error', (error) => end(() => reject(error)));
    child.send(bytes);
  });
}

/** V8 aborts where its heap is full; the system kills where its own memory is. */
function ranOut(code: number | null, signal: string | null): boolean {
  return signal === 'SIGABRT' || signal === 'SIGKILL' || code === 134;
}
