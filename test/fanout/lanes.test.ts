import { expect, test } from 'vitest';
import type { Lane } from '../../src/fanout/lane.ts';
import { createLanes } from '../../src/fanout/lanes.ts';

const minute = 60_000;

function open() {
  const busy = new Set<string>();
  const made: string[] = [];
  const stopped: string[] = [];
  const lanes = createLanes((name) => {
    if (name.startsWith('other')) return undefined;
    made.push(name);
    return { isIdle: () => !busy.has(name), stop: () => stopped.push(name) } as unknown as Lane;
  });
  return { lanes, busy, made, stopped };
}

test('a lane is made once, and dropped when nothing waited for it for a minute', () => {
  const { lanes, made, stopped } = open();
  for (const now of [0, 10, minute]) lanes.take('telegram:-1', now);
  lanes.take('telegram:-2', 10);
  lanes.drop(minute + 5);
  expect(lanes.all()).toHaveLength(2);
  lanes.drop(minute + 10);
  expect([made, stopped]).toEqual([['telegram:-1', 'telegram:-2'], ['telegram:-2']]);
  expect(lanes.all()).toHaveLength(1);
  lanes.take('telegram:-2', minute + 11);
  expect(made).toHaveLength(3);
});

test('a lane that holds something stays, however long', () => {
  const { lanes, busy, stopped } = open();
  busy.add('email');
  lanes.take('email', 0);
  lanes.drop(100 * minute);
  expect(stopped).toEqual([]);
  busy.clear();
  lanes.drop(100 * minute);
  expect(stopped).toEqual(['email']);
});

test('what nobody here does makes no lane', () => {
  const { lanes } = open();
  expect(lanes.take('other:1', 0)).toBeUndefined();
  expect(lanes.all()).toEqual([]);
});
