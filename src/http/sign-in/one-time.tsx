import type { Context } from 'hono';
import { z } from 'zod';
import type { Filled } from '../../../templates/console/filled.ts';
import { NewPasswordPage } from '../../../templates/sign-in/new-password.tsx';
import { acceptLink, findLinked } from '../../operator/accept-link.ts';
import { openSession } from '../../operator/open-session.ts';
import type { CallerEnv } from '../caller.ts';
import { attempt } from '../console/attempt.ts';
import { sessionCookie } from '../session-cookie.ts';
import { openDoorway } from './doorway.ts';
import { passwordField } from './password-field.ts';

export type Kind = 'invitation' | 'recovery';
type Behind = Context<CallerEnv, '/:token'>;

/** GET `/invitations/{token}` and `/recovery/{token}`. @throws HubError not_found | gone */
export const showOneTime = (kind: Kind) => async (c: Behind) => c.html(await page(c, kind, kind));

/** POST of the same: on to the enrolment of a second factor. */
export const takeOneTime = (kind: Kind) => async (c: Behind) => {
  const hub = c.get('hub');
  const token = c.req.param('token');
  // Asked beforehand, so that an address that opens nothing says so on a page of its own.
  await findLinked(hub.sql, kind, token);
  return attempt(c, {
    form: kind,
    schema: z.object({ password: passwordField, repeated: z.string().min(1).max(512) }),
    async act(typed) {
      const { id } = await acceptLink(hub, { kind, token, ...typed });
      const session = await openSession(hub, id, c.req.header('user-agent'));
      c.header('Set-Cookie', await sessionCookie(hub, session));
      return '/sign-in/enrol';
    },
    again: (filled) => page(c, kind, filled),
  });
};

async function page(c: Behind, kind: Kind, form: string | Filled) {
  const operator = await findLinked(c.get('hub').sql, kind, c.req.param('token'));
  return <NewPasswordPage doorway={openDoorway(c, form)} kind={kind} operator={operator} />;
}
