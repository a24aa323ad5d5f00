import { z } from '@hono/zod-openapi';
import { titles } from '../problem.ts';
import type { Operation } from './operation.ts';

export const problemSchema = z
  .strictObject({
    type: z.string().openapi({ example: 'about:blank' }),
    title: z.string().openapi({ description: 'The status in words.', example: 'Bad Request' }),
    status: z.int().openapi({ example: 400 }),
    detail: z
      .string()
      .optional()
      .openapi({ description: 'What to do about it.', example: 'Correct content.texts.nl.title.' }),
    requestId: z.string().openapi({
      description: 'Under which the hub’s log has it.',
      example: '0d3f3a4e-6a5c-4a6e-9d5e-5d7f0b0c8a11',
    }),
    errors: z
      .array(
        z.strictObject({
          path: z.string().openapi({
            description: 'The field as it was sent; empty for the whole.',
            example: 'content.texts.nl.title',
          }),
          test: z.string().optional().openapi({
            description: 'The test of CSAF 2.0 that failed, of an imported document.',
            example: '6.1.1',
          }),
          message: z
            .string()
            .openapi({ example: 'Too big: expected string to have <=500 characters' }),
        }),
      )
      .optional()
      .openapi({ description: 'Everything that is wrong with what was sent.' }),
  })
  .openapi('Problem', { description: 'A request that did not get what it asked for (RFC 9457).' });

/** When each refusal is given. */
const reasons: Record<number, string> = {
  400: 'What was sent does not fit; every finding is named.',
  401: 'Nobody is known by this key or session, or none was sent.',
  403: 'The caller has none of the roles that this needs.',
  404: 'There is no such thing, or it is not for this caller.',
  409: 'It stands otherwise by now, or another has it already.',
  410: 'It was there and is no more.',
  412: 'It was changed since it was seen.',
  413: 'The body is too large.',
  415: 'The body is of another media type, or compressed.',
  422: 'The Idempotency-Key was used for another request.',
  428: 'If-Match is missing.',
  429: 'Too many requests.',
  500: 'A mistake of the hub’s; its log has it under the requestId.',
  501: 'This installation cannot do this, and says why.',
  503: 'The database is away; try again in a little while.',
};

/** The refusals of an operation: they follow from what it takes and who may use it. */
export function refusalsOf(operation: Operation) {
  const { access, method, params, ifMatch } = operation;
  const writes = method !== 'get';
  const statuses = [
    400,
    ...(access === 'public' ? [401] : [401, 403]),
    ...(params || writes ? [404] : []),
    ...(writes ? [409, 410, 413, 415] : []),
    ...(ifMatch ? [412, 428] : []),
    ...(method === 'post' && operation.repeatable !== false ? [422] : []),
    429,
    500,
    ...(operation.mayBeMissing ? [501] : []),
    503,
  ];
  return Object.fromEntries(
    statuses.map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]),
  );
}

/** Each refusal once, for the document's components. */
export const refusals = Object.entries(reasons).map(([status, reason]) => ({
  name: `Refused${status}`,
  answer: {
    description: `${titles[Number(status) as 400]}: ${reason}`,
    headers: { 'API-Version': { $ref: '#/components/headers/API-Version' } },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  },
}));
