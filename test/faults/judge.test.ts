import { expect, test } from 'vitest';
import { type Accepted, type Evidence, judge } from './judge.ts';

const took = (recipient: string, slot = 'hub', at = 10): Accepted => ({
  slot,
  at,
  recipient,
  messageId: `<${recipient}>`,
});
const good: Evidence = {
  audience: ['a', 'b', 'c'],
  ledger: [
    { target: 'a', state: 'sent' },
    { target: 'b', state: 'sent' },
    { target: 'c', state: 'failed' },
  ],
  accepted: [took('a'), took('b')],
  lives: [{ slot: 'hub', from: 0, end: 'ended' }],
  bound: 1,
};

test('a round in which all went well has no findings', () => {
  expect(judge(good)).toEqual({ lost: 0, duplicates: 0, worst: 0, findings: [] });
});

test('repeats within the bound belong to the kill before which they were first sent', () => {
  const lives = [
    { slot: 'hub', from: 0, end: 'killed' as const },
    { slot: 'hub', from: 20, end: 'killed' as const },
  ];
  const accepted = [
    took('a', 'hub', 19),
    took('a', 'hub', 25),
    took('b', 'hub', 30),
    took('b', 'other', 40),
  ];
  expect(judge({ ...good, lives, accepted })).toEqual({
    lost: 0,
    duplicates: 2,
    worst: 1,
    findings: [],
  });
});

test.each<[string, Partial<Evidence>]>([
  ['b is sent in the ledger and never arrived', { accepted: [took('a')] }],
  ['c arrived and is failed in the ledger', { accepted: [took('a'), took('b'), took('c')] }],
  [
    'b ended as sending',
    { ledger: [...good.ledger.filter((d) => d.target !== 'b'), { target: 'b', state: 'sending' }] },
  ],
  ['d stands in the ledger not at all', { audience: ['a', 'b', 'c', 'd'] }],
  ['c stands in the ledger more often than it should', { audience: ['a', 'b'] }],
  [
    'a got copies under different Message-IDs',
    { accepted: [took('a'), { ...took('a'), messageId: '<other>' }, took('b')] },
  ],
  ['1 repeats by hub, which was not killed', { accepted: [took('a'), took('a'), took('b')] }],
  [
    'the kill of hub repeated 2, the bound is 1',
    {
      accepted: [took('a'), took('a'), took('b'), took('b')],
      lives: [{ slot: 'hub', from: 0, end: 'killed' }],
    },
  ],
])('it finds that %s', (finding, change) => {
  expect(judge({ ...good, ...change }).findings).toContain(finding);
});
