import { z } from '@hono/zod-openapi';
import { origins, responseStatuses } from '../../acknowledgement/choice.ts';
import { type ListedResponse, listResponses } from '../../acknowledgement/list-responses.ts';
import { respond } from '../../acknowledgement/respond.ts';
import type { Response } from '../../acknowledgement/response.ts';
import { findDispatch } from './dispatches.ts';
import { id, instant, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const fields = {
  id: reference,
  dispatchId: reference,
  organisationId: reference,
  contactId: reference.nullable(),
  status: z.enum(responseStatuses),
  explanation: z.array(z.string()).openapi({ description: 'One argument per condition.' }),
  remark: z.string().nullable(),
  saidBy: z.string().nullable(),
  origin: z.enum(origins),
  enteredBy: reference.nullable(),
  late: z.boolean(),
  at: instant,
};
const written = z.strictObject(fields).openapi('Response');
const listed = z
  .strictObject({ ...fields, organisation: z.string(), contact: z.string().nullable() })
  .openapi('ListedResponse');

function toResponse(row: Response): z.output<typeof written> {
  const { id, dispatchId, organisationId, contactId, status, explanation, remark } = row;
  const { saidBy, origin, enteredBy, late, at } = row;
  return {
    ...{ id, dispatchId, organisationId, contactId, status, explanation, remark },
    ...{ saidBy, origin, enteredBy, late, at },
  };
}

const toListed = ({ organisation, contact, ...row }: ListedResponse) => ({
  ...toResponse(row),
  ...{ organisation, contact },
});

const onBehalf = z
  .strictObject({
    organisationIds: z.array(reference).min(1).max(1000),
    status: z.enum(responseStatuses),
    explanation: z.array(z.string().trim().max(5000)).max(20).default([]),
    saidBy: z.string().trim().min(1).max(200).openapi({ example: 'Karim' }),
    remark: z.string().trim().max(2000).optional(),
  })
  .openapi('ResponseOnBehalf');

const params = { dispatchId: id };

/** Answers to a request: comply or explain. */
export const responses: Resource = {
  tag: 'Responses',
  description: 'What organisations answered to a request; a revised answer leaves the earlier one.',
  operations: [
    operation({
      method: 'get',
      path: '/dispatches/{dispatchId}/responses',
      id: 'listResponses',
      access: everyone,
      summary: 'Every answer to a request, the last first',
      params,
      query: pageQuery,
      answer: pageOf(listed),
      handle: async ({ hub, params, query: { limit, cursor } }) => {
        const { id: dispatchId } = await findDispatch(hub, params.dispatchId);
        const wish = { dispatchId, before: idOf(cursor), limit: limit + 1 };
        const found = await listResponses(hub.sql, wish);
        return pageFrom(found.map(toListed), limit, (row) => [row.id]);
      },
    }),
    operation({
      method: 'post',
      path: '/dispatches/{dispatchId}/responses',
      id: 'respondOnBehalf',
      access: ['duty officer'],
      summary: 'Enter what an organisation answered on the phone',
      params,
      body: onBehalf,
      answer: z.strictObject({ items: z.array(written) }),
      handle: async ({ hub, operatorId, params, body }) => {
        const entered = { origin: 'phone' as const, provenance: {}, enteredBy: operatorId };
        const rows = await respond(hub, { ...params, ...body, ...entered });
        return { items: rows.map(toResponse) };
      },
    }),
  ],
};
