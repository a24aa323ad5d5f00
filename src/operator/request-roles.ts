import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { applyRoles } from './apply-roles.ts';
import { isBootstrap } from './bootstrap.ts';
import { findOperator, requireRole } from './operator.ts';
import { roles } from './role.ts';
import type { RoleRequest } from './role-request.ts';

const schema = z.strictObject({
  accountId: z.int().positive(),
  roles: z.array(z.enum(roles)).max(roles.length),
  /** The administrator who asks. */
  operatorId: z.int().positive(),
});

/**
 * Asks for other roles for an account; another administrator decides. While the hub is being set up they are given at
 * once (null is returned), and audited as bootstrap. A request that waited for the same account is replaced.
 * @throws HubError invalid | forbidden | not_found
 */
export async function requestRoles(
  hub: Hub,
  input: z.input<typeof schema>,
): Promise<RoleRequest | null> {
  const { accountId, operatorId, ...asked } = parse(schema, input);
  const wished = roles.filter((role) => asked.roles.includes(role));
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['administrator']);
    const bootstrap = await isBootstrap(sql);
    const account = await findOperator(sql, accountId);
    if (wished.join() === roles.filter((role) => account.roles.includes(role)).join())
      throw new HubError('conflict', 'This account has exactly these roles already.');
    if (!bootstrap) return insertRequest(sql, { accountId, roles: wished, operatorId });
    const granted = { actor: `operator:${operatorId}`, detail: { mode: 'bootstrap' } };
    await applyRoles(sql, { accountId, roles: wished }, granted);
    return null;
  });
}

type Wish = Required<z.output<typeof schema>>;

/** Writes the request and its audit row. */
export async function insertRequest(
  sql: Sql,
  { accountId, roles, operatorId }: Wish,
): Promise<RoleRequest> {
  const actor = `operator:${operatorId}`;
  const object = `operator:${accountId}`;
  const [replaced] = await sql<{ id: number }[]>`
    UPDATE role_requests
    SET    decision = 'refused', decided_by = ${operatorId}, decided_at = clock_timestamp()
    WHERE  operator_id = ${accountId} AND decided_at IS NULL RETURNING id`;
  const [request] = await sql<[RoleRequest]>`
    INSERT INTO role_requests (operator_id, roles, requested_by)
    VALUES (${accountId}, ${roles}::text[], ${operatorId}) RETURNING *`;
  const detail = { request: request.id, roles, ...(replaced && { replaces: replaced.id }) };
  await record(sql, { actor, action: 'request roles', object, detail });
  return request;
}
