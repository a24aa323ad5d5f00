import { expect, test } from 'vitest';
import { createChild } from '../src/child.ts';

const run = createChild<string>(new URL('./support/busy-child.ts', import.meta.url), {
  seconds: 10,
  megabytes: 64,
  idleSeconds: 60,
});
const ask = (what: number) => run(new Uint8Array([what]));
const done = { replies: ['began 0'], ending: 'done' };

test('jobs that come together are done in turn', async () => {
  expect(await Promise.all([ask(0), ask(0), ask(0)])).toEqual([done, done, done]);
});

test('a job that never ends is ended, with what it said until then', async () => {
  const options = { seconds: 1, megabytes: 64, idleSeconds: 60 };
  const short = createChild(new URL('./support/busy-child.ts', import.meta.url), options);
  const ended = { replies: ['began 1'], ending: 'out of time' };
  expect(await short(new Uint8Array([1]))).toEqual(ended);
  expect(await short(new Uint8Array([0]))).toEqual(done);
});

test.each([
  ['bit by bit', 2],
  ['at a stroke', 4],
])('a job that fills the memory %s ends itself, and nothing else', async (_, what) => {
  expect(await ask(what)).toEqual({ replies: [`began ${what}`], ending: 'out of memory' });
  expect(await ask(0)).toEqual(done);
});

test('a job that breaks says so to who asked, and the next is done', async () => {
  const [broken, next] = await Promise.allSettled([ask(3), ask(0)]);
  expect(broken).toMatchObject({ status: 'rejected' });
  expect(next).toMatchObject({ status: 'fulfilled', value: done });
});

test('a child knows none of the settings', async () => {
  expect((await ask(5)).replies[1]).not.toMatch(/[A-Z]/);
});

test('a file that does not load says so', async () => {
  const options = { seconds: 1, megabytes: 64, idleSeconds: 1 };
  const missing = createChild(new URL('./support/no-such-child.ts', import.meta.url), options);
  await expect(missing(new Uint8Array(1))).rejects.toThrow(/no-such-child/);
});
