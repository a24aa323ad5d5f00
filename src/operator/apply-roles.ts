import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import type { Granted } from './grant.ts';
import { findOperator, type Operator } from './operator.ts';
import type { Role } from './role.ts';

/** Gives an operator roles that were granted, instead of the ones it had. @throws HubError not_found */
export async function applyRoles(
  sql: Sql,
  { accountId, roles }: { accountId: number; roles: readonly Role[] },
  { actor, detail }: Granted,
): Promise<Operator> {
  const before = await findOperator(sql, accountId);
  await sql`UPDATE operators SET roles = ${[...roles]}::text[] WHERE id = ${accountId}`;
  await record(sql, {
    actor,
    action: 'change roles',
    object: `operator:${accountId}`,
    detail: { roles, before: before.roles, ...detail },
  });
  return findOperator(sql, accountId);
}
