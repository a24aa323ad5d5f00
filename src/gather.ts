import { isAway } from './database/away.ts';

type Waiting<Ask, Answer> = {
  ask: Ask;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

type Options<Ask> = {
  /** Of one batch. */
  most: number;
  /** Two of one name never share a batch: the second is to see what the first did. */
  nameOf?: (ask: Ask) => unknown;
};

/**
 * Does for many at once what would cost each a transaction or a query: one batch under way, whoever asks meanwhile is
 * in the next, and nobody waits for company. `work` says per ask what came of it, in the same order; an error is for
 * that one alone. A batch that fails is done again by halves, so that nobody pays for somebody else's mistake.
 */
export function createGatherer<Ask, Answer>(
  work: (asks: Ask[]) => Promise<(Answer | Error)[]>,
  { most, nameOf }: Options<Ask>,
): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];
  let running = false;

  async function run() {
    running = true;
    while (waiting.length > 0) await finish(take());
    running = false;
  }

  function take(): Waiting<Ask, Answer>[] {
    const names = new Set<unknown>();
    const fits = (one: Waiting<Ask, Answer>) => {
      const name = nameOf ? nameOf(one.ask) : one;
      if (names.size >= most || names.has(name)) return false;
      names.add(name);
      return true;
    };
    const { batch = [], rest = [] } = Object.groupBy(waiting, (one) =>
      fits(one) ? 'batch' : 'rest',
    );
    waiting = rest;
    return batch;
  }

  async function finish(batch: Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const outcomes = await work(batch.map(({ ask }) => ask));
      for (const [index, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[index] as Answer | Error;
        if (outcome instanceof Error) reject(outcome);
        else resolve(outcome);
      }
    } catch (error) {
      if (batch.length === 1 || isAway(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const middle = batch.length >> 1;
      await finish(batch.slice(0, middle));
      await finish(batch.slice(middle));
    }
  }

  return (ask) =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, resolve, reject });
      if (!running) void run();
    });
}
