import { z } from '@hono/zod-openapi';
import { matrixSchema, scoreRisk } from '../../advisory/matrix.ts';
import { impactQuestions, likelihoodQuestions } from '../../advisory/question.ts';
import { formatRisk, isUrgent, levels } from '../../advisory/risk.ts';
import { bilingualText, named } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';

const question = z
  .strictObject({
    key: z.string().openapi({ example: 'exploitCode' }),
    text: bilingualText,
    answers: z.array(
      z.strictObject({
        key: z.string().openapi({ example: 'proof of concept' }),
        points: z.int(),
        text: bilingualText,
      }),
    ),
  })
  .openapi('Question');

const outcome = z
  .strictObject({
    likelihood: z.enum(levels),
    impact: z.enum(levels),
    risk: z.string().openapi({ example: 'M/H' }),
    urgent: z.boolean(),
  })
  .openapi('Risk');

/** The risk matrix as questions, and what answers come to. */
export const matrix: Resource = {
  tag: 'Risk matrix',
  description: 'Fifteen questions; their answers come to a likelihood and an impact.',
  operations: [
    operation({
      method: 'get',
      path: '/matrix-questions',
      id: 'listQuestions',
      access: everyone,
      summary: 'The questions of the risk matrix',
      answer: z.strictObject({ likelihood: z.array(question), impact: z.array(question) }),
      handle: async () => ({
        likelihood: structuredClone(likelihoodQuestions) as never,
        impact: structuredClone(impactQuestions) as never,
      }),
    }),
    operation({
      method: 'post',
      path: '/matrix-outcomes',
      id: 'scoreMatrix',
      access: everyone,
      summary: 'What a set of answers comes to',
      description: 'Nothing is kept.',
      body: named(matrixSchema, 'MatrixAnswers'),
      answer: outcome,
      repeatable: false,
      handle: async ({ body }) => {
        const risk = scoreRisk(body);
        return { ...risk, risk: formatRisk(risk), urgent: isUrgent(risk) };
      },
    }),
  ],
};
