import { isAway } from './database/away.ts';

type Waiting<Ask, Answer> = {
  ask: Ask;
  resolve(answer: Answer): void;
  reject(error: unknown): void;
};

type Options<Ask> = {
  /** Of one batch. */
  most: number;
  /** Batches under way at once: while one waits for the disk another one can be made ready. */
  lanes?: number;
  /** Two of one name are never under way at once: the second is to see what the first did. */
  nameOf?: (ask: Ask) => unknown;
};

/**
 * Does for many at once what would cost each a transaction or a query: a batch under way in every lane, whoever asks
 * meanwhile is in the next, and nobody waits for company. `work` says per ask what came of it, in the same order; an
 * error is for that one alone. A batch that fails is done again by halves, so that nobody pays for somebody else's
 * mistake.
 */
export function createGatherer<Ask, Answer>(
  work: (asks: Ask[]) => Promise<(Answer | Error)[]>,
  { most, lanes = 1, nameOf }: Options<Ask>,
): (ask: Ask) => Promise<Answer> {
  let waiting: Waiting<Ask, Answer>[] = [];
  let running = 0;
  /** Names of all that is under way. */
  const names = new Set<unknown>();
  const nameIn = (one: Waiting<Ask, Answer>) => (nameOf ? nameOf(one.ask) : one);

  async function run() {
    running++;
    for (let batch = take(); batch.length > 0; batch = take()) {
      await finish(batch);
      for (const one of batch) names.delete(nameIn(one));
    }
    running--;
  }

  function take(): Waiting<Ask, Answer>[] {
    const batch: Waiting<Ask, Answer>[] = [];
    const rest: Waiting<Ask, Answer>[] = [];
    for (const one of waiting) {
      const name = nameIn(one);
      const fits = batch.length < most && !names.has(name);
      if (fits) names.add(name);
      (fits ? batch : rest).push(one);
    }
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
      if (running < lanes) void run();
    });
}
