import type { Sql } from '../database/connect.ts';
import type { operators } from '../database/schema/operator.ts';
import { HubError } from '../errors.ts';
import type { Role } from './role.ts';

/** A person with an account at this hub. */
export type Operator = Omit<typeof operators.$inferSelect, 'roles'> & { roles: Role[] };

/** @throws HubError not_found */
export async function findOperator(sql: Sql, operatorId: number): Promise<Operator> {
  const [operator] = await sql<Operator[]>`SELECT * FROM operators WHERE id = ${operatorId}`;
  if (!operator) throw new HubError('not_found', `There is no operator with id ${operatorId}.`);
  return operator;
}

/** The operator who signs in with this address, in whatever case it was typed. */
export async function findOperatorByEmail(sql: Sql, email: string): Promise<Operator | null> {
  const [operator] = await sql<Operator[]>`
    SELECT * FROM operators WHERE email = ${email.trim().toLowerCase()}`;
  return operator ?? null;
}

/**
 * Lets an operator through who has one of these roles.
 * @throws HubError forbidden: unknown, disabled, or without any of the roles
 */
export async function requireRole(
  sql: Sql,
  operatorId: number,
  anyOf: readonly Role[],
): Promise<Operator> {
  const [operator] = await sql<Operator[]>`SELECT * FROM operators WHERE id = ${operatorId}`;
  if (!operator || operator.disabledAt) {
    throw new HubError('forbidden', 'This account does not exist or was disabled: sign in again.');
  }
  if (operator.roles.some((role) => anyOf.includes(role))) return operator;
  throw new HubError(
    'forbidden',
    `This needs the role ${anyOf.join(' or ')}: ask someone who has it, or an administrator.`,
  );
}
