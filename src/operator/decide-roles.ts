import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { applyRoles } from './apply-roles.ts';
import { requireGrant } from './grant.ts';
import { requireRole } from './operator.ts';
import { lockRoleRequest, type RoleRequest } from './role-request.ts';

const schema = z.strictObject({
  requestId: z.int().positive(),
  decision: z.enum(['approved', 'refused']),
  /** The administrator who decides. */
  operatorId: z.int().positive(),
});

/**
 * Decides on a request of roles. Only another administrator than the one who asked approves; anyone of them refuses,
 * which is also how it is taken back.
 * @throws HubError forbidden | not_found | conflict when it was decided already
 */
export async function decideRoles(hub: Hub, input: z.input<typeof schema>): Promise<void> {
  const { requestId, decision, operatorId } = parse(schema, input);
  await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['administrator']);
    const request = await lockRoleRequest(sql, requestId);
    if (decision === 'approved') await approve(sql, request, operatorId);
    await sql`
      UPDATE role_requests
      SET    decision = ${decision}, decided_by = ${operatorId}, decided_at = clock_timestamp()
      WHERE  id = ${requestId}`;
    if (decision === 'approved') return;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'refuse roles',
      object: `operator:${request.operatorId}`,
      detail: { request: requestId, roles: request.roles },
    });
  });
}

async function approve(sql: Sql, request: RoleRequest, operatorId: number): Promise<void> {
  const { requestedBy, operatorId: accountId, roles } = request;
  if (requestedBy === operatorId)
    throw new HubError('forbidden', 'Another administrator than the one who asked has to approve.');
  const granted = await requireGrant(sql, { requestedBy, approvedBy: operatorId });
  const detail = { ...granted.detail, request: request.id };
  await applyRoles(sql, { accountId, roles }, { ...granted, detail });
}
