import { expect, it } from 'vitest';
import type { Choice, ResponseStatus } from '../../src/acknowledgement/choice.ts';
import { impliedChoice } from '../../src/acknowledgement/implied-choice.ts';

it.each<[ResponseStatus, Choice | null, Choice | null]>([
  ['patched', null, 'acting'],
  ['switched off', null, 'acting'],
  ['explain', null, 'acting'],
  ['measures taken', 'received', null],
  ['patched', 'call us', null],
  ['not affected', null, 'does not apply'],
  ['not affected', 'received', 'does not apply'],
  ['not affected', 'acting', 'does not apply'],
  ['not affected', 'does not apply', null],
  ['not affected', 'call us', null],
])('%s after %s says %s', (status, standing, said) => {
  expect(impliedChoice(status, standing)).toBe(said);
});
