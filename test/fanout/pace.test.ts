import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPace, createThroughput } from '../../src/fanout/pace.ts';

test('no window of a second lets more through than the rate and its burst', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 300 }),
      (rate, steps) => {
        const pace = createPace(rate);
        const taken: number[] = [];
        let now = 0;
        for (const step of steps) {
          now += step;
          if (pace.take(now) === 0) taken.push(now);
        }
        for (const start of taken)
          expect(taken.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(
            rate + Math.max(1, rate / 10) + 1,
          );
      },
    ),
  );
});

test('who waits as long as told gets through', () => {
  const pace = createPace(20);
  let now = 0;
  let sent = 0;
  while (now < 10_000) {
    const wait = pace.take(now);
    if (wait === 0) sent += 1;
    else now += wait;
  }
  expect(sent).toBeGreaterThanOrEqual(195);
  expect(sent).toBeLessThanOrEqual(205);
});

test('without a rate nobody waits', () => {
  const pace = createPace(Number.POSITIVE_INFINITY);
  expect([0, 0, 0].map((now) => pace.take(now))).toEqual([0, 0, 0]);
});

test('a lane’s first measure counts as it is, and the time in which it had nothing to do does not', () => {
  const throughput = createThroughput();
  expect(throughput.secondsWork()).toBe(50);
  for (let now = 0; now <= 250; now++) throughput.done(now);
  expect(throughput.secondsWork()).toBe(1000);
  throughput.rest();
  for (let now = 60_000; now <= 60_250; now += 2) throughput.done(now);
  expect(throughput.secondsWork()).toBe(750);
});
