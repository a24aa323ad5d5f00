import type { Context } from 'hono';
import { z } from 'zod';
import { SignInPage } from '../../../templates/sign-in/sign-in.tsx';
import { HubError } from '../../errors.ts';
import { longest } from '../../operator/password.ts';
import { signIn } from '../../operator/sign-in.ts';
import type { CallerEnv } from '../caller.ts';
import { attempt } from '../console/attempt.ts';
import { browserOf } from './browser.ts';
import { openDoorway } from './doorway.ts';
import { onTheWay } from './next.ts';

const schema = z.object({
  email: z.string().trim().min(1).max(254),
  password: z.string().min(1).max(longest),
});

/** GET `/sign-in`. */
export function showSignIn(c: Context<CallerEnv>) {
  const signedOut = c.req.query('done') === 'signed-out';
  return c.html(<SignInPage doorway={openDoorway(c, 'sign-in')} signedOut={signedOut} />);
}

/** POST `/sign-in`: on to the second factor, or, for who has none yet, to its enrolment. */
export function takeSignIn(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'sign-in',
    schema,
    async act(typed) {
      const asked = { ...typed, ...browserOf(c) };
      const { next, cookies } = await signIn(c.get('hub'), asked).catch(onThisPage);
      for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
      const page = next === 'enrolment' ? '/sign-in/enrol' : '/sign-in/second-factor';
      return onTheWay(c, page);
    },
    again: (filled) => <SignInPage doorway={openDoorway(c, filled)} />,
  });
}

/** What is wrong with a sign-in is said on its own page. */
function onThisPage(error: unknown): never {
  if (error instanceof HubError && error.code === 'unauthenticated')
    throw new HubError('invalid', error.message);
  throw error;
}
