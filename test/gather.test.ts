import { expect, it } from 'vitest';
import { createGatherer } from '../src/gather.ts';

/** Work that ends when it is told to, and remembers what it was given together. */
function createWork(answer = (ask: string): string | Error => ask.toUpperCase()) {
  const batches: string[][] = [];
  const ends: (() => void)[] = [];
  const work = async (asks: string[]) => {
    batches.push(asks);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (asks.includes('bad')) throw new Error(`not ${asks}`);
    return asks.map(answer);
  };
  return { work, batches, endAll: () => ends.splice(0).forEach((end) => void end()) };
}

/** Ends one batch after the other until all are answered. */
async function settle<T>(asked: Promise<T>[], endAll: () => void) {
  const all = Promise.allSettled(asked);
  let over = false;
  void all.then(() => {
    over = true;
  });
  while (!over) {
    endAll();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return (await all).map((one) => (one.status === 'fulfilled' ? one.value : one.reason.message));
}

it('whoever asks while one batch is under way shares the next', async () => {
  const { work, batches, endAll } = createWork();
  const gather = createGatherer(work, { most: 3 });
  const answers = await settle(['a', 'b', 'c', 'd', 'e'].map(gather), endAll);
  expect(answers).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(batches).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
});

it('two of one name are never in one batch, and the others do not wait for that', async () => {
  const { work, batches, endAll } = createWork();
  const gather = createGatherer(work, { most: 9, nameOf: (ask) => ask[0] });
  await settle(['x', 'a1', 'a2', 'b', 'a3'].map(gather), endAll);
  expect(batches).toEqual([['x'], ['a1', 'b'], ['a2'], ['a3']]);
});

it('with two lanes two batches are under way, never two of one name', async () => {
  const { work, batches, endAll } = createWork();
  const gather = createGatherer(work, { most: 9, lanes: 2, nameOf: (ask) => ask[0] });
  const asked = ['a1', 'b1', 'a2', 'c1', 'c2', 'd1'].map(gather);
  expect(batches).toEqual([['a1'], ['b1']]);
  const answers = await settle(asked, endAll);
  expect(answers).toEqual(['A1', 'B1', 'A2', 'C1', 'C2', 'D1']);
  expect(batches.slice(2)).toEqual([['a2', 'c1', 'd1'], ['c2']]);
});

it('an error is for the one that it is about', async () => {
  const { work, endAll } = createWork((ask) => (ask === 'no' ? new Error('no') : 'yes'));
  const gather = createGatherer(work, { most: 9 });
  expect(await settle(['a', 'b', 'no', 'c'].map(gather), endAll)).toEqual([
    'yes',
    'yes',
    'no',
    'yes',
  ]);
});

it('a batch that fails is done again by halves, until only who is to blame is refused', async () => {
  const { work, batches, endAll } = createWork();
  const gather = createGatherer(work, { most: 9 });
  const answers = await settle(['x', 'a', 'b', 'bad', 'c'].map(gather), endAll);
  expect(answers).toEqual(['X', 'A', 'B', 'not bad', 'C']);
  expect(batches.slice(1)).toEqual([
    ['a', 'b', 'bad', 'c'],
    ['a', 'b'],
    ['bad', 'c'],
    ['bad'],
    ['c'],
  ]);
});

it('while the database is away all are told so, and nothing is tried again', async () => {
  const batches: string[][] = [];
  const gather = createGatherer(
    async (asks: string[]): Promise<string[]> => {
      batches.push(asks);
      throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    },
    { most: 9 },
  );
  expect(await settle(['a', 'b', 'c'].map(gather), () => {})).toEqual(['away', 'away', 'away']);
  expect(batches).toEqual([['a'], ['b', 'c']]);
});
