import { z } from '@hono/zod-openapi';
import { changes } from '../../advisory/change.ts';
import { tlps } from '../../advisory/tlp.ts';
import { changePolicyLine } from '../../audience/change-policy-line.ts';
import { endPolicyLine } from '../../audience/end-policy-line.ts';
import { orderPolicy } from '../../audience/order-policy.ts';
import {
  addPolicyLine,
  channelRules,
  findPolicyLine,
  listPolicy,
  type PolicyLine,
  policyFields,
  policyLineInput,
  requestKinds,
} from '../../audience/policy-line.ts';
import type { Hub } from '../../hub.ts';
import { id, instantOrNull, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { revision } from './representation/organisation.ts';

const params = { policyLineId: id };
const minutes = z.int().openapi({ description: 'Minutes after the decision.', example: 1440 });
const line = z
  .strictObject({
    id: reference,
    position: z.int().openapi({ example: 1 }),
    risks: z.array(z.string().openapi({ example: 'H/H' })).openapi({ description: 'Empty: any.' }),
    tlps: z.array(z.enum(tlps)),
    changes: z.array(z.enum(changes)),
    audienceId: reference,
    audienceName: z.string(),
    roles: z.array(z.string().openapi({ example: 'CISO' })),
    channelRule: z.enum(channelRules),
    pointerAbove: z.boolean().openapi({
      description: 'Where the full text may not go a pointer does; else nothing.',
    }),
    requestKind: z.enum(requestKinds).nullable(),
    deadlineMinutes: minutes.nullable(),
    reminderMinutes: z.array(minutes),
    endedAt: instantOrNull,
    revision,
  })
  .openapi('PolicyLine');
const lines = z.strictObject({ items: z.array(line) }).openapi('Policy');

function toLine({ selection: _, tlpCeiling: __, ...line }: PolicyLine) {
  return line;
}

const readPolicy = async ({ sql }: Hub) => ({ items: (await listPolicy(sql)).map(toLine) });

/** The policy: a table that says whom a version reaches, and how. */
export const policyLines: Resource = {
  tag: 'Policy',
  description:
    'For this risk, TLP and kind of change: an audience, roles, a channel rule, a request. The first line that names an address takes it.',
  operations: [
    operation({
      method: 'get',
      path: '/policy-lines',
      id: 'listPolicyLines',
      access: everyone,
      summary: 'The policy, in its order',
      answer: lines,
      handle: ({ hub }) => readPolicy(hub),
    }),
    operation({
      method: 'post',
      path: '/policy-lines',
      id: 'addPolicyLine',
      access: ['administrator'],
      summary: 'Add a line to the policy',
      body: z
        .strictObject(policyLineInput.omit({ operatorId: true }).shape)
        .openapi('PolicyLineDraft'),
      answer: line,
      location: ({ id }) => `/policy-lines/${id}`,
      tagged: true,
      handle: async ({ hub, operatorId, body }) =>
        toLine(await findPolicyLine(hub.sql, await addPolicyLine(hub, { ...body, operatorId }))),
    }),
    operation({
      method: 'get',
      path: '/policy-lines/{policyLineId}',
      id: 'getPolicyLine',
      access: everyone,
      summary: 'A line of the policy, also an ended one',
      params,
      answer: line,
      handle: async ({ hub, params }) => toLine(await findPolicyLine(hub.sql, params.policyLineId)),
    }),
    operation({
      method: 'patch',
      path: '/policy-lines/{policyLineId}',
      id: 'changePolicyLine',
      access: ['administrator'],
      summary: 'Put a changed line in the place of another',
      description:
        'The line ends, for dispatches refer to it; the answer is the new one, with another id.',
      params,
      body: z.strictObject(policyFields).partial().openapi('PolicyLineEdit'),
      answer: line,
      tagged: true,
      ifMatch: async ({ hub, params }) =>
        toLine(await findPolicyLine(hub.sql, params.policyLineId)),
      handle: async ({ hub, operatorId, params, body, seen }) =>
        toLine(
          await changePolicyLine(hub, { ...params, ...body, expected: seen.revision, operatorId }),
        ),
    }),
    operation({
      method: 'delete',
      path: '/policy-lines/{policyLineId}',
      id: 'endPolicyLine',
      access: ['administrator'],
      summary: 'Take a line out of the policy',
      params,
      ifMatch: async ({ hub, params }) =>
        toLine(await findPolicyLine(hub.sql, params.policyLineId)),
      handle: async ({ hub, operatorId, params, seen }) => {
        await endPolicyLine(hub, { ...params, expected: seen.revision, operatorId });
        return undefined;
      },
    }),
    operation({
      method: 'put',
      path: '/policy-order',
      id: 'orderPolicy',
      access: ['administrator'],
      summary: 'Put the lines of the policy in another order',
      description: 'Name them all: 412 when others came or went since you saw them.',
      body: z.strictObject({ policyLineIds: z.array(reference).max(1000) }).openapi('PolicyOrder'),
      answer: lines,
      tagged: true,
      ifMatch: ({ hub }) => readPolicy(hub),
      handle: async ({ hub, operatorId, body }) => ({
        items: (await orderPolicy(hub, { ...body, operatorId })).map(toLine),
      }),
    }),
  ],
};
