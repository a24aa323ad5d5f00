import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { findLink, useLink } from './one-time-link.ts';
import { findOperator, type Operator } from './operator.ts';
import { longest } from './password.ts';
import { hashPassword, requirePassword, setPassword } from './set-password.ts';

const schema = z.strictObject({
  kind: z.enum(['invitation', 'recovery']),
  token: z.string().max(100),
  password: z.string().max(longest * 4),
  repeated: z.string().max(longest * 4),
});

/**
 * Sets the password of the account that a one-time address is for. A recovery also takes away the second factor, which
 * is enrolled anew, and ends every session.
 * @throws HubError invalid, with what is wrong with the password | not_found | gone
 */
export async function acceptLink(hub: Hub, input: z.input<typeof schema>): Promise<Operator> {
  const { kind, token, ...typed } = parse(schema, input);
  const known = await findLinked(hub.sql, kind, token);
  requirePassword(typed, known);
  const hash = await hashPassword(hub, typed.password);
  const operator = await hub.sql.begin(async (sql) => {
    const link = await findLink(sql, kind, token);
    const operator = await requireEnabled(sql, link.operatorId);
    await useLink(sql, link);
    await setPassword(sql, operator.id, hash);
    await sql`DELETE FROM sessions WHERE operator_id = ${operator.id}`;
    await sql`DELETE FROM two_factors WHERE operator_id = ${operator.id}`;
    await sql`UPDATE operators SET two_factor_enabled = false WHERE id = ${operator.id}`;
    await record(sql, {
      actor: `operator:${operator.id}`,
      action: kind === 'recovery' ? 'recover' : 'accept invitation',
      object: `operator:${operator.id}`,
      origin: 'link',
      detail: { from: link.createdBy ?? 'system' },
    });
    return operator;
  });
  if (kind === 'recovery') hub.log.warn({ operator: operator.id }, 'an account was recovered');
  return operator;
}

/** Whose account a one-time address is for. @throws HubError not_found | gone */
export async function findLinked(
  sql: Sql,
  kind: 'invitation' | 'recovery',
  token: string,
): Promise<Operator> {
  const { operatorId } = await findLink(sql, kind, token);
  return requireEnabled(sql, operatorId);
}

async function requireEnabled(sql: Sql, operatorId: number | null): Promise<Operator> {
  const operator = await findOperator(sql, operatorId ?? 0);
  if (operator.disabledAt) throw new HubError('gone', 'This account was disabled.');
  return operator;
}
