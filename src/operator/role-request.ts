import type { Sql } from '../database/connect.ts';
import type { roleRequests } from '../database/schema/operator.ts';
import { HubError } from '../errors.ts';
import type { Role } from './role.ts';

/** A change of roles: asked for by one administrator, and decided on (or not yet) by another. */
export type RoleRequest = Omit<typeof roleRequests.$inferSelect, 'roles' | 'decision'> & {
  roles: Role[];
  decision: 'approved' | 'refused' | null;
};

/** The same, with the people in it by name. */
export type NamedRequest = RoleRequest & {
  name: string;
  before: Role[];
  requester: string;
  decider: string | null;
};

/** Requests that wait for a decision, the oldest first. */
export async function listRoleRequests(sql: Sql): Promise<NamedRequest[]> {
  return sql<NamedRequest[]>`
    SELECT r.*, o.name, o.roles AS before, a.name AS requester, d.name AS decider
    FROM   role_requests r
    JOIN   operators o ON o.id = r.operator_id
    JOIN   operators a ON a.id = r.requested_by
    LEFT   JOIN operators d ON d.id = r.decided_by
    WHERE  r.decided_at IS NULL
    ORDER  BY r.id`;
}

/** Holds a request that waits until the transaction ends. @throws HubError not_found | conflict */
export async function lockRoleRequest(sql: Sql, requestId: number): Promise<RoleRequest> {
  const [request] = await sql<RoleRequest[]>`
    SELECT * FROM role_requests WHERE id = ${requestId} FOR UPDATE`;
  if (!request)
    throw new HubError('not_found', `There is no request of roles with id ${requestId}.`);
  if (request.decision)
    throw new HubError('conflict', `This request was ${request.decision} already.`);
  return request;
}
