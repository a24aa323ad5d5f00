import { hashOf } from '../database/hash.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { authOf } from './auth.ts';
import { countAttempt, forgive } from './count-attempt.ts';
import type { Operator } from './operator.ts';
import { recordFailure } from './record-failure.ts';
import { isRefusal } from './refusal.ts';
import { renewSeals } from './renew-seals.ts';
import { unseal } from './sealed.ts';
import { recordSignIn } from './sign-in.ts';
import { stepOf } from './totp.ts';

type Given = {
  /** From the cookie that the password earned. */
  challenge: string;
  /** Six digits, or a backup code. */
  code: string;
  client: string;
  /** The browser's, with that cookie. */
  headers: Headers;
};

/**
 * The second half of a sign-in.
 * @returns the cookies that sign the browser in
 * @throws HubError invalid when the code is wrong or was used | gone when the first half is too long ago | too_many
 */
export async function takeSecondFactor(hub: Hub, given: Given): Promise<string[]> {
  const operator = await findChallenged(hub, given.challenge);
  if (!operator) throw gone();
  const attempt = { email: operator.email, client: given.client };
  const failures = await countAttempt(hub, attempt);
  const code = given.code.replace(/[\s-]/g, '').toLowerCase();
  const cookies = await verify(hub, operator, { code, headers: given.headers });
  if (cookies) {
    await forgive(hub, attempt, 'all');
    await renewSeals(hub, operator.id);
    await recordSignIn(hub, operator.id, { backupCode: !isTotp(code) });
    return cookies;
  }
  const { email } = operator;
  await recordFailure(hub, { operator, email, failures, factor: 'second factor' });
  const message = 'This code is not right, or was used already.';
  throw new HubError('invalid', message, [{ path: 'code', message }]);
}

const gone = () => new HubError('gone', 'This took too long: sign in again.');
const isTotp = (code: string) => /^\d{6}$/.test(code);

/** Whose password was taken a moment ago. */
async function findChallenged({ sql }: Hub, challenge: string): Promise<Operator | null> {
  const [operator] = await sql<Operator[]>`
    SELECT o.* FROM verifications v JOIN operators o ON o.id::text = v.value
    WHERE  v.identifier = ${hashOf(challenge).toString('base64url')}
    AND    v.expires_at > clock_timestamp() AND o.disabled_at IS NULL`;
  return operator ?? null;
}

type Code = { code: string; headers: Headers };

/** The cookies of a code that is right, else null. A code that is right is right once (RFC 6238 §5.2). */
async function verify(hub: Hub, operator: Operator, { code, headers }: Code) {
  const { api } = authOf(hub);
  if (isTotp(code) && !(await claimStep(hub, operator, code))) return null;
  const body = { code: isTotp(code) ? code : `${code.slice(0, 5)}-${code.slice(5, 10)}` };
  const asked = { body, headers, returnHeaders: true } as const;
  try {
    const answer = isTotp(code) ? await api.verifyTOTP(asked) : await api.verifyBackupCode(asked);
    return answer.headers.getSetCookie();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (/COOKIE|TOO_MANY/.test(error.body?.code ?? '')) throw gone();
    return null;
  }
}

/** Marks a right code as used; false when it is wrong, or was used before, at this moment by somebody else too. */
async function claimStep(hub: Hub, { id }: Operator, code: string): Promise<boolean> {
  const [factor] = await hub.sql<{ secret: string }[]>`
    SELECT secret FROM two_factors WHERE operator_id = ${id}`;
  const secret = factor && (await unseal(hub, factor.secret));
  const step = secret ? stepOf(secret.replace('base32:', ''), code, Date.now()) : null;
  if (step === null) return false;
  const claimed = await hub.sql`
    UPDATE two_factors SET last_step = ${step}
    WHERE  operator_id = ${id} AND (last_step IS NULL OR last_step < ${step})`;
  return claimed.count > 0;
}
