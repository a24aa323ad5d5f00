import { expect, test } from 'vitest';
import { selectionSchema } from '../../src/audience/selection.ts';
import { readDuration, showDuration } from '../../templates/console/audience/duration.ts';
import { whenWords } from '../../templates/console/audience/policy-words.ts';
import { selectionWords } from '../../templates/console/audience/selection-words.ts';

test.each([
  ['90 min', 90],
  ['90m', 90],
  ['24 u', 1440],
  ['24H', 1440],
  [' 3 d ', 4320],
  ['0 d', 0],
  ['', null],
  ['3', null],
  ['1,5 u', null],
  ['-2 u', null],
  ['3 weeks', null],
  ['1234567 m', null],
])('%j is %j minutes', (typed, minutes) => {
  expect(readDuration(typed)).toBe(minutes);
});

test.each([90, 60, 240, 1440, 1500, 4320])('%i minutes are read as they are shown', (minutes) => {
  for (const language of ['nl', 'en'] as const)
    expect(readDuration(showDuration(minutes, language))).toBe(minutes);
});

test.each([
  [{}, 'nobody'],
  [{ kinds: ['csirt', 'partner'] as const }, 'CSIRT, Partner'],
  [{ sectors: ['water'] }, 'every organisation in the sector water'],
  [{ kinds: ['regulator'] as const, sectors: ['a', 'b'] }, 'Regulator in the sector a or b'],
  [
    { kinds: ['csirt'] as const, organisationIds: [1, 2], software: 'affected' as const },
    'CSIRT and 2 by name, only who runs affected software',
  ],
  [{ organisationIds: [1], public: true }, 'one by name and the public'],
  [{ public: true, software: 'affected' as const }, 'the public'],
])('%j means %s', (selection, words) => {
  expect(selectionWords(selectionSchema.parse(selection), 'en')).toBe(words);
});

test('a line says of which versions it speaks', () => {
  const any = { risks: [], tlps: [], changes: [] };
  expect(whenWords(any, 'nl')).toBe('elke versie');
  expect(
    whenWords({ risks: ['H/H', 'M/H'], tlps: ['RED'], changes: ['first', 'raised'] }, 'en'),
  ).toBe('risk H/H or M/H; TLP:RED; first version or risk raised');
});
