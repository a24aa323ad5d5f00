import { expect, test } from 'vitest';
import { matrixSchema, scoreImpact, scoreLikelihood } from '../../src/advisory/matrix.ts';

// The published table typed out a second time, as [answer, points]: nothing here comes from the code under test.
const likelihoodTable: Record<string, [string, number][]> = {
  defaultConfiguration: [
    ['no', 1],
    ['unclear or yes', 3],
  ],
  exploitCode: [
    ['none', 1],
    ['proof of concept', 4],
    ['exploit', 6],
  ],
  technicalDetails: [
    ['none', 1],
    ['some', 2],
    ['full', 3],
  ],
  access: [
    ['physical', 1],
    ['local network', 4],
    ['internet', 6],
  ],
  credentials: [
    ['administrator', 1],
    ['user', 2],
    ['none', 4],
  ],
  complexity: [
    ['complex', 1],
    ['average', 2],
    ['easy', 3],
  ],
  userInteraction: [
    ['complex', 1],
    ['easy', 3],
    ['none', 4],
  ],
  exploitedNow: [
    ['no', 1],
    ['limited', 2],
    ['large scale', 3],
  ],
  exploitExpected: [
    ['no', 1],
    ['yes', 3],
  ],
  solution: [
    ['later than two months or long known', 1],
    ['within two months', 2],
    ['none', 3],
  ],
};
const impactTable: Record<string, [string, number][]> = {
  denialOfService: [
    ['no', 0],
    ['client', 1],
    ['infrastructure service', 2],
  ],
  codeExecution: [
    ['no', 0],
    ['user', 1],
    ['administrator', 2],
  ],
  remoteRights: [
    ['no', 0],
    ['user shell', 1],
    ['administrator shell', 2],
  ],
  privilegeEscalation: [
    ['no', 0],
    ['yes', 1],
  ],
  informationLeak: [
    ['no', 0],
    ['system', 1],
    ['user data', 2],
  ],
};

type Combination = { answers: Record<string, string>; points: number[] };

/** Every way to fill in the table. */
function combinations(table: Record<string, [string, number][]>): Combination[] {
  return Object.entries(table).reduce<Combination[]>(
    (sofar, [question, options]) =>
      sofar.flatMap(({ answers, points }) =>
        options.map(([answer, worth]) => ({
          answers: { ...answers, [question]: answer },
          points: [...points, worth],
        })),
      ),
    [{ answers: {}, points: [] }],
  );
}

/** The outcome per sum, written as the ranges that the design names. */
function expectedLikelihood(points: number[]): string {
  const sum = points.reduce((a, b) => a + b);
  for (const [from, to, level] of [
    [10, 18, 'low'],
    [19, 27, 'medium'],
    [28, 38, 'high'],
  ] as const) {
    if (sum >= from && sum <= to) return level;
  }
  throw new Error(`${sum} points cannot be`);
}

test('all 26,244 answers to the likelihood questions score as the table says', () => {
  const all = combinations(likelihoodTable);
  expect(all.length).toBe(26_244);
  const wrong = all.filter(
    ({ answers, points }) => scoreLikelihood(answers as never) !== expectedLikelihood(points),
  );
  expect(wrong).toEqual([]);
  const levels = new Set(all.map(({ answers }) => scoreLikelihood(answers as never)));
  expect([...levels].sort()).toEqual(['high', 'low', 'medium']);
});

test('all 162 answers to the impact questions score as the table says', () => {
  const all = combinations(impactTable);
  expect(all.length).toBe(162);
  const outcome = ['low', 'medium', 'high'];
  const expected = (points: number[]) => outcome[points.toSorted((a, b) => b - a)[0] ?? -1];
  const wrong = all.filter(
    ({ answers, points }) => scoreImpact(answers as never) !== expected(points),
  );
  expect(wrong).toEqual([]);
});

test('the schema takes every answer of the table and nothing else', () => {
  const likelihood = combinations(likelihoodTable);
  const impact = combinations(impactTable);
  const first = { likelihood: likelihood[0]?.answers, impact: impact[0]?.answers };
  for (const { answers } of likelihood) {
    expect(matrixSchema.safeParse({ ...first, likelihood: answers }).success).toBe(true);
  }
  for (const { answers } of impact) {
    expect(matrixSchema.safeParse({ ...first, impact: answers }).success).toBe(true);
  }
  const unanswered = { ...first, impact: { ...first.impact, informationLeak: undefined } };
  expect(matrixSchema.safeParse(unanswered).success).toBe(false);
  const unknown = { ...first, impact: { ...first.impact, informationLeak: 'some' } };
  expect(matrixSchema.safeParse(unknown).success).toBe(false);
  const extra = { ...first, impact: { ...first.impact, fire: 'no' } };
  expect(matrixSchema.safeParse(extra).success).toBe(false);
});
