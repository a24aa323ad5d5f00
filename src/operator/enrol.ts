import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import type { Operator } from './operator.ts';
import { seal, unseal } from './sealed.ts';
import { authenticatorUri, inventBackupCodes, inventSecret, stepOf } from './totp.ts';

/** What the enrolment page shows, and in `ticket` what its form brings back. */
export type Enrolment = { secret: string; uri: string; ticket: string };
type Whose = Pick<Operator, 'id' | 'email'>;

/** How long an enrolment page may stay open, in milliseconds. */
const term = 3_600_000;

/** Invents a second factor; nothing is kept until a code proves that an authenticator has it. */
export async function beginEnrolment(hub: Hub, whose: Whose): Promise<Enrolment> {
  const secret = inventSecret();
  const ticket = await seal(hub, JSON.stringify([whose.id, secret, Date.now() + term]));
  return { ...shown(hub, whose, secret), ticket };
}

/**
 * The enrolment that a page was about.
 * @throws HubError gone: it is not ours, somebody else's, or too old
 */
export async function readTicket(hub: Hub, whose: Whose, ticket: string): Promise<Enrolment> {
  const text = await unseal(hub, ticket);
  const [id, secret, until] = text ? JSON.parse(text) : [];
  if (id !== whose.id || typeof secret !== 'string' || !(until > Date.now()))
    throw new HubError('gone', 'This page was open for too long: begin again.');
  return { ...shown(hub, whose, secret), ticket };
}

const shown = ({ config }: Hub, { email }: Whose, secret: string) => ({
  secret,
  uri: authenticatorUri(secret, { issuer: config.csirtName, account: email }),
});

/**
 * Takes a second factor into use, in the place of one that was there. Every session ends: one that knew the password
 * alone must not become more by what another did. The caller opens a new one.
 * @returns the backup codes, shown this once
 * @throws HubError invalid when the code is wrong | gone
 */
export async function enrol(
  hub: Hub,
  { operator, ticket, code }: { operator: Operator; ticket: string; code: string },
): Promise<string[]> {
  const { secret } = await readTicket(hub, operator, ticket);
  const step = stepOf(secret, code.replace(/\s/g, ''), Date.now());
  if (step === null) {
    const message = 'This is not the code that the authenticator shows now.';
    throw new HubError('invalid', message, [{ path: 'code', message }]);
  }
  const backupCodes = inventBackupCodes();
  const sealed = await seal(hub, `base32:${secret}`);
  const codes = await seal(hub, JSON.stringify(backupCodes));
  await hub.sql.begin(async (sql) => {
    await sql`
      INSERT INTO two_factors (operator_id, secret, backup_codes, verified, last_step)
      VALUES (${operator.id}, ${sealed}, ${codes}, true, ${step})
      ON CONFLICT (operator_id) DO UPDATE
      SET secret = excluded.secret, backup_codes = excluded.backup_codes, verified = true, last_step = excluded.last_step`;
    await sql`UPDATE operators SET two_factor_enabled = true WHERE id = ${operator.id}`;
    await sql`DELETE FROM sessions WHERE operator_id = ${operator.id}`;
    await record(sql, {
      actor: `operator:${operator.id}`,
      action: 'enrol second factor',
      object: `operator:${operator.id}`,
      origin: 'console',
      detail: { replaced: operator.twoFactorEnabled },
    });
  });
  return backupCodes;
}
