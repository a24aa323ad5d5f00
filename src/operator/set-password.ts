import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { authOf } from './auth.ts';
import { passwordFindings } from './password.ts';

/** A new password, typed twice. */
export type NewPassword = { password: string; repeated: string };

/** @throws HubError invalid, with every finding: too short or long, one's own name, not the same twice */
export function requirePassword(
  { password, repeated }: NewPassword,
  whose: { name: string; email: string },
): void {
  const findings = passwordFindings(password, whose);
  if (password !== repeated)
    findings.push({ path: 'repeated', message: 'This is not the same password.' });
  if (findings.length > 0) throw new HubError('invalid', 'Choose another password.', findings);
}

/** The slow, salted hash (scrypt) that is kept; outside any transaction, for it takes a while. */
export async function hashPassword(hub: Hub, password: string): Promise<string> {
  const { password: passwords } = await authOf(hub).$context;
  return passwords.hash(password);
}

/** Keeps the hash of an operator's password in the place of the one before. */
export async function setPassword(sql: Sql, operatorId: number, hash: string): Promise<void> {
  await sql`
    INSERT INTO accounts (operator_id, account_id, password)
    VALUES (${operatorId}, ${String(operatorId)}, ${hash})
    ON CONFLICT (operator_id) DO UPDATE SET password = excluded.password, updated_at = clock_timestamp()`;
}
