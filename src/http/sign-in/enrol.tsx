import type { Context } from 'hono';
import { z } from 'zod';
import { EnrolPage } from '../../../templates/sign-in/enrol.tsx';
import { EnrolledPage } from '../../../templates/sign-in/enrolled.tsx';
import { HubError } from '../../errors.ts';
import { beginEnrolment, enrol, readTicket } from '../../operator/enrol.ts';
import { findSession, type Session } from '../../operator/find-session.ts';
import { openSession } from '../../operator/open-session.ts';
import { recordSignIn } from '../../operator/sign-in.ts';
import type { CallerEnv } from '../caller.ts';
import { attempt } from '../console/attempt.ts';
import { readCookie, sessionCookie } from '../session-cookie.ts';
import { openDoorway } from './doorway.ts';
import { nextOf, onTheWay } from './next.ts';

/** GET `/sign-in/enrol`: for who signed in with a password and has no second factor yet. */
export async function showEnrolment(c: Context<CallerEnv>) {
  const session = await findOpen(c);
  if (!session) return c.redirect(onTheWay(c, '/sign-in'), 303);
  if (session.operator.twoFactorEnabled) return c.redirect(nextOf(c), 303);
  const enrolment = await beginEnrolment(c.get('hub'), session.operator);
  return c.html(<EnrolPage doorway={openDoorway(c, 'enrol')} enrolment={enrolment} />);
}

/** POST `/sign-in/enrol`: shows the backup codes; the browser is signed in from here on. */
export async function takeEnrolment(c: Context<CallerEnv>) {
  const hub = c.get('hub');
  const session = await findOpen(c);
  if (!session) throw new HubError('unauthenticated', 'Sign in again.');
  const { operator } = session;
  if (operator.twoFactorEnabled)
    throw new HubError('conflict', 'This account has a second factor: change it in the console.');
  return attempt(c, {
    form: 'enrol',
    schema: z.object({ code: z.string().min(1).max(20), ticket: z.string().max(2000) }),
    async act({ code, ticket }) {
      const codes = await enrol(hub, { operator, code, ticket });
      const token = await openSession(hub, operator.id, c.req.header('user-agent'));
      await recordSignIn(hub, operator.id, { enrolled: true });
      c.header('Set-Cookie', await sessionCookie(hub, token));
      const doorway = openDoorway(c, 'enrol');
      return c.html(<EnrolledPage doorway={doorway} codes={codes} next={nextOf(c)} />);
    },
    async again(filled) {
      const ticket = filled.typed?.ticket?.[0] ?? '';
      // The same secret once more; where the page was too old, a new one.
      const enrolment = await readTicket(hub, operator, ticket).catch(() =>
        beginEnrolment(hub, operator),
      );
      return <EnrolPage doorway={openDoorway(c, filled)} enrolment={enrolment} />;
    },
  });
}

async function findOpen(c: Context<CallerEnv>): Promise<Session | null> {
  const token = await readCookie(c.get('hub'), c, 'session');
  return token ? findSession(c.get('hub'), token) : null;
}
