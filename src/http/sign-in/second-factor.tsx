import type { Context } from 'hono';
import { z } from 'zod';
import { SecondFactorPage } from '../../../templates/sign-in/second-factor.tsx';
import { HubError } from '../../errors.ts';
import { takeSecondFactor } from '../../operator/take-second-factor.ts';
import type { CallerEnv } from '../caller.ts';
import { attempt } from '../console/attempt.ts';
import { readCookie } from '../session-cookie.ts';
import { browserOf } from './browser.ts';
import { openDoorway } from './doorway.ts';
import { nextOf, onTheWay } from './next.ts';

/** GET `/sign-in/second-factor`. */
export async function showSecondFactor(c: Context<CallerEnv>) {
  if (!(await readCookie(c.get('hub'), c, 'challenge')))
    return c.redirect(onTheWay(c, '/sign-in'), 303);
  return c.html(<SecondFactorPage doorway={openDoorway(c, 'second-factor')} />);
}

/** POST `/sign-in/second-factor`: signs in. */
export function takeCode(c: Context<CallerEnv>) {
  const hub = c.get('hub');
  return attempt(c, {
    form: 'second-factor',
    schema: z.object({ code: z.string().min(1).max(20) }),
    async act({ code }) {
      const challenge = await readCookie(hub, c, 'challenge');
      if (!challenge) throw new HubError('gone', 'This took too long: sign in again.');
      const cookies = await takeSecondFactor(hub, { challenge, code, ...browserOf(c) });
      for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
      return nextOf(c);
    },
    again: (filled) => <SecondFactorPage doorway={openDoorway(c, filled)} />,
  });
}
