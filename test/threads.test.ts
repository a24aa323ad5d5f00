import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { createThreads } from '../src/threads.ts';

const file = new URL('./support/busy-thread.ts', import.meta.url);
const options = { count: 2, data: 'a secret', seconds: 60, megabytes: 32 };

function open(change: Partial<typeof options> = {}) {
  const threads = createThreads<string, string>(file, { ...options, ...change });
  onTestFinished(() => threads.close());
  return threads;
}

test('what comes together is shared by so many threads, and one alone stays with the first', async () => {
  const { ask } = open();
  const first = await ask('who');
  expect(await ask('who')).toBe(first);
  const asked = await Promise.all(Array.from({ length: 6 }, () => ask('who')));
  expect(new Set(asked).size).toBe(2);
  expect(asked).toContain(first);
});

test('a thread knows what it is given, and none of the settings', async () => {
  expect(JSON.parse(await open().ask('know'))).toEqual({ data: 'a secret', settings: {} });
});

test('work that cannot be done says why, and the thread stays', async () => {
  const { ask } = open();
  const first = await ask('who');
  await expect(ask('refuse')).rejects.toThrow('It cannot be done.');
  expect(await ask('who')).toBe(first);
});

test.each([
  ['breaks', 'break', 60],
  ['fills its memory', 'fill', 60],
  ['says nothing', 'hush', 1],
  ['never ends', 'block', 1],
])(
  'a thread that %s takes its work along, and another takes its place',
  async (_, wish, seconds) => {
    const { ask } = open({ count: 1, seconds });
    const settled = await Promise.allSettled([ask(wish), ask('hush')]);
    expect(settled).toMatchObject([
      { reason: { message: 'A thread ended in the middle of its work.' } },
      { reason: { message: 'A thread ended in the middle of its work.' } },
    ]);
    // A machine that stands still for a second starts it again.
    await expect.poll(() => ask('who').catch(() => null)).not.toBeNull();
  },
);

test('closed, it ends what it was asked, and takes no more', async () => {
  const threads = open();
  const asked = threads.ask('hush').catch((error) => error.message);
  await threads.close();
  expect(await asked).toBe('A thread ended in the middle of its work.');
  await expect(threads.ask('who')).rejects.toThrow('The threads have ended.');
});

test('a process waits for what it asked its threads, and not for them', async () => {
  const program = `
    const { createThreads } = await import(${JSON.stringify(fileURLToPath(new URL('../src/threads.ts', import.meta.url)))});
    const threads = createThreads(new URL(${JSON.stringify(file.href)}), ${JSON.stringify(options)});
    threads.ask('who').then((name) => console.log('heard', name));`;
  const args = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toMatch(/^heard \d+\n$/);
});
