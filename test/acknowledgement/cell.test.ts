import { describe, expect, it } from 'vitest';
import { type Cell, cellOf, joinShares, type Share } from '../../src/acknowledgement/cell.ts';
import { whyPhone } from '../../src/acknowledgement/why-phone.ts';

const quiet: Share = {
  choice: null,
  open: false,
  reached: false,
  failed: false,
  cancelled: false,
  response: null,
  owes: false,
  past: false,
  owesPast: false,
};

describe('the state of a cell', () => {
  it.each<[string, Partial<Share>, Cell['state']]>([
    ['no address at all', {}, 'unreached'],
    ['everything failed', { failed: true }, 'unreached'],
    ['one failed, one still open', { failed: true, open: true }, 'open'],
    ['one failed, one sent', { failed: true, reached: true }, 'reached'],
    ['sent, more to come', { reached: true, open: true }, 'reached'],
    ['superseded before it was sent', { cancelled: true }, 'stopped'],
    ['one failed, the rest superseded', { cancelled: true, failed: true }, 'unreached'],
    [
      'answered on the phone, unreached by mail',
      { failed: true, choice: 'acting' },
      'acknowledged',
    ],
  ])('%s', (_, share, state) => {
    expect(cellOf({ ...quiet, ...share }).state).toBe(state);
  });

  it.each<[string, Partial<Share>, boolean]>([
    ['before the deadline', { reached: true }, false],
    ['after the deadline', { reached: true, past: true }, true],
    ['answered, then the deadline', { choice: 'received', past: true }, false],
    [
      'acknowledged but owing a response',
      { choice: 'received', past: true, owes: true, owesPast: true },
      true,
    ],
  ])('is overdue or not: %s', (_, share, overdue) => {
    expect(cellOf({ ...quiet, ...share }).overdue).toBe(overdue);
  });
});

it('two dispatches of a version make one cell: the louder choice, the newer response', () => {
  const one: Share = { ...quiet, choice: 'call us', response: 'measures taken', failed: true };
  const two: Share = { ...quiet, choice: 'received', response: 'patched', reached: true };
  const joined = joinShares(one, two);
  expect(joined).toMatchObject({
    choice: 'call us',
    response: 'patched',
    failed: true,
    reached: true,
  });
  expect(joinShares(one, { ...quiet, past: true })).toMatchObject({
    choice: 'call us',
    response: 'measures taken',
  });
  expect(cellOf(joinShares(one, { ...quiet, past: true })).overdue).toBe(false);
});

describe('why an organisation is phoned', () => {
  const cell = (share: Partial<Share>) => cellOf({ ...quiet, ...share });
  const [unreached, reached] = [cell({ failed: true }), cell({ reached: true })];
  const callUs = cell({ choice: 'call us' });
  const late = cell({ reached: true, past: true });
  it.each<[string, (Cell | null)[], boolean, string | null]>([
    ['was in no audience', [null, null], false, null],
    ['got the newest', [unreached, reached], false, null],
    ['did not get the newest', [reached, unreached], false, 'unreached'],
    [
      'did not get its newest, and was not in the last audience',
      [unreached, null],
      false,
      'unreached',
    ],
    ['lost one person', [reached], true, 'contact unreached'],
    ['lost one person, another answered', [cell({ choice: 'acting' })], true, null],
    ['asked for a call about an older version', [callUs, reached], false, 'call us'],
    ['asked for a call and is unreached now', [callUs, unreached], false, 'unreached'],
    ['is silent past a deadline of an older version', [late, reached], false, 'silent'],
    ['asked for a call and is late', [callUs, late], false, 'call us'],
  ])('%s', (_, cells, lost, why) => {
    expect(whyPhone(cells, lost)).toBe(why);
  });
});
