import { record } from '../audit.ts';
import { conflictOn } from '../database/conflict.ts';
import type { Sql } from '../database/connect.ts';
import type { Granted } from './grant.ts';
import { findOperator, type Operator } from './operator.ts';

type Account = Pick<Operator, 'name' | 'email' | 'roles' | 'language'>;

/** Makes an account, with roles that were granted. @throws HubError conflict when the address has one */
export async function insertOperator(
  sql: Sql,
  account: Account,
  { actor, detail }: Granted,
): Promise<Operator> {
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO operators (name, email, roles, language, created_at)
    VALUES (${account.name}, ${account.email}, ${account.roles}::text[], ${account.language}, hub_now())
    RETURNING id`.catch(conflictOn('This e-mail address has an account already.'));
  await record(sql, {
    actor,
    action: 'create',
    object: `operator:${row.id}`,
    detail: { roles: account.roles, ...detail },
  });
  return findOperator(sql, row.id);
}
