import { z } from '@hono/zod-openapi';
import { decideRoles } from '../../operator/decide-roles.ts';
import { requestRoles } from '../../operator/request-roles.ts';
import { roles } from '../../operator/role.ts';
import { listRoleRequests } from '../../operator/role-request.ts';
import { id, orNull } from './field.ts';
import { operation, type Resource } from './operation.ts';
import { roleRequestSchema, toRoleRequest } from './representation/role-request.ts';

/** Changes of roles: one administrator asks, another decides. */
export const roleRequests: Resource = {
  tag: 'Role requests',
  description: 'Four eyes on roles: one administrator asks, another decides.',
  operations: [
    operation({
      method: 'get',
      path: '/role-requests',
      id: 'listRoleRequests',
      access: ['administrator', 'auditor'],
      summary: 'The requests that wait for a decision, the oldest first',
      answer: z.strictObject({ items: z.array(roleRequestSchema) }),
      handle: async ({ hub }) => ({
        items: (await listRoleRequests(hub.sql)).map(toRoleRequest),
      }),
    }),
    operation({
      method: 'post',
      path: '/operators/{operatorId}/role-requests',
      id: 'requestRoles',
      access: ['administrator'],
      summary: 'Ask for other roles for an account',
      description:
        'Until two administrators have existed they are given at once: null is answered.',
      params: { operatorId: id },
      body: z.strictObject({ roles: z.array(z.enum(roles)).max(roles.length) }).openapi('RoleWish'),
      answer: z.strictObject({ roleRequest: orNull(roleRequestSchema) }),
      handle: async ({ hub, operatorId, params: { operatorId: accountId }, body }) => {
        const request = await requestRoles(hub, { ...body, accountId, operatorId });
        return { roleRequest: request && toRoleRequest(request) };
      },
    }),
    operation({
      method: 'post',
      path: '/role-requests/{requestId}/decision',
      id: 'decideRoles',
      access: ['administrator'],
      summary: 'Approve what another administrator asked, or refuse it',
      params: { requestId: id },
      body: z.strictObject({ decision: z.enum(['approved', 'refused']) }).openapi('RoleDecision'),
      handle: async ({ hub, operatorId, params, body }) => {
        await decideRoles(hub, { ...params, ...body, operatorId });
        return undefined;
      },
    }),
  ],
};
