import { expect, test } from 'vitest';
import { appliesTo } from '../../src/audience/policy.ts';

const urgent = { likelihood: 'high', impact: 'high', tlp: 'AMBER', change: 'raised' } as const;
const any = { risks: [], tlps: [], changes: [] };

test('empty lists mean any', () => {
  expect(appliesTo(any, urgent)).toBe(true);
});

test.each([
  [{ ...any, risks: ['H/H'] }, true],
  [{ ...any, risks: ['M/H', 'H/M'] }, false],
  [{ ...any, tlps: ['CLEAR', 'AMBER'] as const }, true],
  [{ ...any, tlps: ['GREEN'] as const }, false],
  [{ ...any, changes: ['first', 'raised'] as const }, true],
  [{ ...any, changes: ['editorial'] as const }, false],
  [{ risks: ['H/H'], tlps: ['AMBER'] as const, changes: ['content'] as const }, false],
])('%j → %s', (line, expected) => {
  const condition = { risks: [...line.risks], tlps: [...line.tlps], changes: [...line.changes] };
  expect(appliesTo(condition, urgent)).toBe(expected);
});
