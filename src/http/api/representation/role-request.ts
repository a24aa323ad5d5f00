import { z } from '@hono/zod-openapi';
import { roles } from '../../../operator/role.ts';
import type { RoleRequest } from '../../../operator/role-request.ts';
import { instant, instantOrNull, reference } from '../field.ts';

export const roleRequestSchema = z
  .strictObject({
    id: reference,
    operatorId: reference,
    roles: z.array(z.enum(roles)),
    requestedBy: reference,
    requestedAt: instant,
    decision: z.enum(['approved', 'refused']).nullable(),
    decidedBy: reference.nullable(),
    decidedAt: instantOrNull,
  })
  .openapi('RoleRequest', {
    description: 'Other roles for an account, asked for by one administrator.',
  });

/** The row of a request of roles. */
export function toRoleRequest(request: RoleRequest): z.output<typeof roleRequestSchema> {
  const { id, operatorId, roles, requestedBy, requestedAt, decision, decidedBy, decidedAt } =
    request;
  return { id, operatorId, roles, requestedBy, requestedAt, decision, decidedBy, decidedAt };
}
