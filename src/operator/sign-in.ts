import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { authOf } from './auth.ts';
import { countAttempt, forgive } from './count-attempt.ts';
import { findOperatorByEmail } from './operator.ts';
import { longest } from './password.ts';
import { recordFailure } from './record-failure.ts';
import { isRefusal } from './refusal.ts';

const schema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().max(longest),
  client: z.string(),
  headers: z.instanceof(Headers),
});

/** The first half of a sign-in: cookies for the browser, and what is asked next. */
export type Begun = { next: 'second factor' | 'enrolment'; cookies: string[] };

/**
 * Takes a password. It opens nothing yet: a second factor is asked, or, of an account without one, its enrolment.
 * @throws HubError unauthenticated, in the same words and time for an account that does not exist | too_many
 */
export async function signIn(hub: Hub, input: z.input<typeof schema>): Promise<Begun> {
  const { email, password, client, headers } = parse(schema, input);
  const failures = await countAttempt(hub, { email, client });
  const operator = await findOperatorByEmail(hub.sql, email);
  try {
    const { response, headers: answered } = await authOf(hub).api.signInEmail({
      body: { email, password },
      headers,
      returnHeaders: true,
    });
    await forgive(hub, { email, client }, 'one');
    const waits = 'twoFactorRedirect' in response;
    return { next: waits ? 'second factor' : 'enrolment', cookies: answered.getSetCookie() };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await recordFailure(hub, { operator, email, failures, factor: 'password' });
    throw new HubError('unauthenticated', 'The address or the password is not right.');
  }
}

/** Notes that somebody is in, with both factors. */
export async function recordSignIn(hub: Hub, operatorId: number, detail: object): Promise<void> {
  const whose = `operator:${operatorId}`;
  await record(hub.sql, {
    actor: whose,
    action: 'sign in',
    object: whose,
    origin: 'console',
    detail: { ...detail },
  });
}
