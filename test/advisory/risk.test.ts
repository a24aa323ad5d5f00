import { expect, test } from 'vitest';
import { formatRisk, isRaised, isUrgent, type Risk } from '../../src/advisory/risk.ts';

const risk = (written: string): Risk => {
  const level = { L: 'low', M: 'medium', H: 'high' } as const;
  const [likelihood, impact] = written.split('/') as (keyof typeof level)[];
  return { likelihood: level[likelihood ?? 'L'], impact: level[impact ?? 'L'] };
};

test.each([
  ['M/H', 'H/H', true],
  ['L/L', 'H/H', true],
  ['L/M', 'L/H', true],
  ['M/M', 'M/M', false],
  ['H/H', 'M/H', false],
  ['L/H', 'H/M', false],
  ['H/L', 'M/H', false],
])('%s → %s went up: %s', (from, to, expected) => {
  expect(isRaised(risk(from), risk(to))).toBe(expected);
});

test('high/high alone is urgent, and a risk is written as its initials', () => {
  const all = ['L', 'M', 'H'].flatMap((l) => ['L', 'M', 'H'].map((i) => `${l}/${i}`));
  expect(all.map((each) => formatRisk(risk(each)))).toEqual(all);
  expect(all.filter((each) => isUrgent(risk(each)))).toEqual(['H/H']);
});
