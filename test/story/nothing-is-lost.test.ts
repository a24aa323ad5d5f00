import { expect, test } from 'vitest';
import { runRound } from '../faults/round.ts';

// Promise 1: kill any process at any point, and every address of the frozen audience ends in exactly one final state.
// `npm run test:faults` deals many more blows at other points; what a round holds against the ledger is in its judge.

test('a dispatcher, the hub and PostgreSQL are killed during a fan-out, and everybody is told', async () => {
  const { findings, lost, kills } = await runRound({ number: 0, messages: 400, seed: 20_200_117 });
  expect(findings).toEqual([]);
  expect({ lost, kills }).toEqual({ lost: 0, kills: 2 });
});

test('all are told to stop, twice, and nobody is told twice', async () => {
  const { findings, duplicates } = await runRound({ number: 1, messages: 400, seed: 20_200_118 });
  expect(findings).toEqual([]);
  expect(duplicates).toBe(0);
});
