import { z } from '@hono/zod-openapi';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { accountFields } from '../../operator/account.ts';
import { disableOperator, enableOperator } from '../../operator/disable-operator.ts';
import { inviteOperator } from '../../operator/invite.ts';
import { issueRecovery } from '../../operator/issue-recovery.ts';
import { type ListedOperator, listOperators } from '../../operator/list-operators.ts';
import type { Role } from '../../operator/role.ts';
import { roles } from '../../operator/role.ts';
import { id, instant, instantOrNull, orNull, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { roleRequestSchema, toRoleRequest } from './representation/role-request.ts';

const operatorSchema = z
  .strictObject({
    id: reference,
    name: z.string().openapi({ example: 'Anouk' }),
    email: z.string(),
    roles: z.array(z.enum(roles)),
    language: z.enum(['nl', 'en']),
    twoFactorEnabled: z.boolean(),
    createdAt: instant,
    disabledAt: instantOrNull,
    lastSeenAt: instantOrNull,
    invitedUntil: instantOrNull,
    liveKeys: z.int(),
  })
  .openapi('Operator', { description: 'A person with an account.' });
const callerSchema = z
  .strictObject({
    id: reference,
    name: z.string(),
    roles: z.array(z.enum(roles)).openapi({ description: 'What this request may use of them.' }),
    via: z.enum(['session', 'key']),
  })
  .openapi('Caller');
const oneTimeAddress = z.string().openapi({ description: 'To hand over; it is shown this once.' });

function toOperator(operator: ListedOperator): z.output<typeof operatorSchema> {
  const { id, name, email, roles, language, twoFactorEnabled } = operator;
  const { createdAt, disabledAt, lastSeenAt, invitedUntil, liveKeys } = operator;
  return {
    ...{ id, name, email, roles, language, twoFactorEnabled },
    ...{ createdAt, disabledAt, lastSeenAt, invitedUntil, liveKeys },
  };
}

/** @throws HubError not_found */
async function findListed({ sql }: Hub, operatorId: number) {
  const found = (await listOperators(sql)).find((operator) => operator.id === operatorId);
  if (found) return toOperator(found);
  throw new HubError('not_found', `There is no operator with id ${operatorId}.`);
}

const params = { operatorId: id };
const readers: readonly Role[] = ['administrator', 'auditor'];
const access = ['administrator'] as const;

/** The accounts of the house. */
export const operators: Resource = {
  tag: 'Operators',
  description: 'People with an account: invited, disabled, helped back in.',
  operations: [
    operation({
      method: 'get',
      path: '/caller',
      id: 'getCaller',
      access: everyone,
      summary: 'Who you are here, and what this request may use of your roles',
      answer: callerSchema,
      handle: async ({ caller: { operator, roles, via } }) => ({
        ...{ id: operator.id, name: operator.name, roles: [...roles], via },
      }),
    }),
    operation({
      method: 'get',
      path: '/operators',
      id: 'listOperators',
      access: readers,
      summary: 'Everybody with an account',
      query: pageQuery,
      answer: pageOf(operatorSchema),
      handle: async ({ hub, query: { limit, cursor } }) => {
        const after = idOf(cursor) ?? 0;
        const all = (await listOperators(hub.sql)).toSorted((one, other) => one.id - other.id);
        const rest = all.filter((operator) => operator.id > after);
        return pageFrom(rest.map(toOperator), limit, (operator) => [operator.id]);
      },
    }),
    operation({
      method: 'get',
      path: '/operators/{operatorId}',
      id: 'getOperator',
      access: readers,
      summary: 'An account',
      params,
      answer: operatorSchema,
      handle: ({ hub, params }) => findListed(hub, params.operatorId),
    }),
    operation({
      method: 'post',
      path: '/operators',
      id: 'inviteOperator',
      access,
      summary: 'Invite somebody: an account and a one-time address',
      description:
        'Once two administrators have existed its roles wait for another one’s approval.',
      body: z.strictObject(accountFields).openapi('Invitation'),
      answer: z.strictObject({
        operator: operatorSchema,
        url: oneTimeAddress,
        roleRequest: orNull(roleRequestSchema),
      }),
      location: ({ operator }) => `/operators/${operator.id}`,
      // The answer holds a secret, which is not kept for a day.
      repeatable: false,
      handle: async ({ hub, operatorId, body }) => {
        const { operator, url, request } = await inviteOperator(hub, { ...body, operatorId });
        const roleRequest = request && toRoleRequest(request);
        return { operator: await findListed(hub, operator.id), url, roleRequest };
      },
    }),
    operation({
      method: 'post',
      path: '/operators/{operatorId}/suspension',
      id: 'disableOperator',
      access,
      summary: 'Close an account at once',
      description: 'Its sessions end and its keys are revoked.',
      params,
      answer: operatorSchema,
      handle: async ({ hub, operatorId, params: { operatorId: accountId } }) => {
        await disableOperator(hub, { accountId, operatorId });
        return findListed(hub, accountId);
      },
    }),
    operation({
      method: 'delete',
      path: '/operators/{operatorId}/suspension',
      id: 'enableOperator',
      access,
      summary: 'Open an account again',
      description: 'With the roles that it had; its keys stay revoked.',
      params,
      answer: operatorSchema,
      handle: async ({ hub, operatorId, params: { operatorId: accountId } }) => {
        await enableOperator(hub, { accountId, operatorId });
        return findListed(hub, accountId);
      },
    }),
    operation({
      method: 'post',
      path: '/operators/{operatorId}/recovery',
      id: 'issueRecovery',
      access,
      summary: 'Make a one-time address for who lost password or authenticator',
      params,
      answer: z.strictObject({ url: oneTimeAddress }),
      repeatable: false,
      handle: async ({ hub, operatorId, params: { operatorId: accountId } }) => ({
        url: await issueRecovery(hub, { accountId, operatorId }),
      }),
    }),
  ],
};
