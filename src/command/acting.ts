import type { Hub } from '../hub.ts';
import { findOperatorByEmail, type Operator } from '../operator/operator.ts';
import { UsageError } from './exit-code.ts';

/**
 * The operator on whose behalf a command acts. Whoever commands the machine has the database; the roles are still the
 * operator's, and the audit trail names that operator.
 * @throws UsageError
 */
export async function findActing({ sql }: Hub, email: string): Promise<Operator> {
  const operator = await findOperatorByEmail(sql, email);
  if (operator) return operator;
  throw new UsageError(`--as: there is no operator with the address ${email}.`);
}
