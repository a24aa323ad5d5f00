import { z } from 'zod';
import { impactQuestions, likelihoodQuestions, type Question } from './question.ts';
import type { Level, Risk } from './risk.ts';

type Answers<Q extends readonly Question[]> = {
  [Each in Q[number] as Each['key']]: Each['answers'][number]['key'];
};
export type LikelihoodAnswers = Answers<typeof likelihoodQuestions>;
export type ImpactAnswers = Answers<typeof impactQuestions>;

/** The fifteen answers behind a risk. */
export type Matrix = { likelihood: LikelihoodAnswers; impact: ImpactAnswers };

function answersTo<Q extends readonly Question[]>(questions: Q): z.ZodType<Answers<Q>> {
  const fields = questions.map(({ key, answers }) => [key, z.enum(answers.map((a) => a.key))]);
  return z.strictObject(Object.fromEntries(fields)) as never;
}

/** Every question answered, with an answer that it knows. */
export const matrixSchema: z.ZodType<Matrix> = z.strictObject({
  likelihood: answersTo(likelihoodQuestions),
  impact: answersTo(impactQuestions),
});

function points(questions: readonly Question[], given: Record<string, string>): number[] {
  return questions.map(({ key, answers }) => {
    const answer = answers.find((candidate) => candidate.key === given[key]);
    if (!answer) throw new RangeError(`The matrix has no answer "${given[key]}" to ${key}.`);
    return answer.points;
  });
}

/** Below 19 points in all is low, 19 to 27 medium, 28 and more high. */
export function scoreLikelihood(answers: LikelihoodAnswers): Level {
  const sum = points(likelihoodQuestions, answers).reduce((total, each) => total + each, 0);
  if (sum >= 28) return 'high';
  return sum >= 19 ? 'medium' : 'low';
}

/** The gravest answer alone decides: 0 is low, 1 medium, 2 high. */
export function scoreImpact(answers: ImpactAnswers): Level {
  const gravest = Math.max(...points(impactQuestions, answers));
  if (gravest >= 2) return 'high';
  return gravest === 1 ? 'medium' : 'low';
}

/** The risk that the answers come to; setting another one needs a written reason. */
export function scoreRisk({ likelihood, impact }: Matrix): Risk {
  return { likelihood: scoreLikelihood(likelihood), impact: scoreImpact(impact) };
}
