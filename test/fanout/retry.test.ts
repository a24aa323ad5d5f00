import { expect, test } from 'vitest';
import { nextWait } from '../../src/fanout/retry.ts';

const hour = 3_600_000;

function waits(urgent: boolean, channel = 'email') {
  const all: number[] = [];
  for (let attempts = 1; attempts < 1000; attempts++) {
    const wait = nextWait(attempts, { urgent, channel });
    if (wait === null) return all;
    all.push(wait);
  }
  throw new Error('it never gives up');
}

test('high/high starts in seconds, the rest in minutes', () => {
  expect(nextWait(1, { urgent: true })).toBe(5000);
  expect(nextWait(1, { urgent: false })).toBe(120_000);
});

test.each([true, false])(
  'both are tried for two days, never less often than before (urgent: %s)',
  (urgent) => {
    const all = waits(urgent);
    const total = all.reduce((sum, wait) => sum + wait, 0);
    expect(total).toBeGreaterThanOrEqual(48 * hour);
    expect(total).toBeLessThan(51 * hour);
    expect([...all].sort((a, b) => a - b)).toEqual(all);
  },
);

test.each([true, false])(
  'a partner’s endpoint is tried for 75 hours by a table (urgent: %s)',
  (urgent) => {
    const all = waits(urgent, 'webhook');
    const total = all.reduce((sum, wait) => sum + wait, 0);
    expect(total).toBeGreaterThanOrEqual(75 * hour);
    expect(total).toBeLessThan(96 * hour);
    expect([...all].sort((a, b) => a - b)).toEqual(all);
    expect(all[0]).toBe(5000);
  },
);

test('a longer wait that the server asked for is honoured, a shorter one is not', () => {
  expect(nextWait(1, { urgent: true, retryAfterMs: 60_000 })).toBe(60_000);
  expect(nextWait(1, { urgent: true, retryAfterMs: 1 })).toBe(5000);
});

test.each([
  [1_000_000_000_000, 48 * 3_600_000],
  [Number.POSITIVE_INFINITY, 48 * 3_600_000],
  [3_600_000.5, 3_600_001],
])(
  'a server that asks to wait %d ms is given %d: the ledger takes it and it ends',
  (retryAfterMs, wait) => {
    expect(nextWait(1, { urgent: true, retryAfterMs })).toBe(wait);
  },
);
