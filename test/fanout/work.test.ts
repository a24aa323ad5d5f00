import { expect, test } from 'vitest';
import { workOf } from '../../src/fanout/work.ts';

const nothing = { open: 0, sent: 0, delivered: 0, bounced: 0, failed: 0, cancelled: 0 };

test('whatever ended is done, and who is left out is no work', () => {
  expect(workOf(nothing)).toEqual({ done: 0, all: 0 });
  const settled = { ...nothing, sent: 1, delivered: 2, bounced: 4, failed: 8, cancelled: 16 };
  expect(workOf(settled)).toEqual({ done: 31, all: 31 });
  expect(workOf(Object.assign({ skipped: 64 }, settled, { open: 32 }))).toEqual({
    done: 31,
    all: 63,
  });
});
