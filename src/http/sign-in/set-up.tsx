import type { Context } from 'hono';
import { z } from 'zod';
import { SetUpPage } from '../../../templates/sign-in/set-up.tsx';
import { languages } from '../../advisory/language.ts';
import { findLink } from '../../operator/one-time-link.ts';
import { openSession } from '../../operator/open-session.ts';
import { setUp } from '../../operator/set-up.ts';
import type { CallerEnv } from '../caller.ts';
import { attempt } from '../console/attempt.ts';
import { sessionCookie } from '../session-cookie.ts';
import { openDoorway } from './doorway.ts';
import { passwordField } from './password-field.ts';

type Behind = Context<CallerEnv, '/setup/:token'>;

const schema = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.string().trim().min(1).pipe(z.email().max(254)),
  language: z.enum(languages),
  password: passwordField,
  repeated: z.string().min(1).max(512),
});

/** GET `/setup/{token}`. @throws HubError not_found | gone */
export async function showSetUp(c: Behind) {
  await findLink(c.get('hub').sql, 'setup', c.req.param('token'));
  return c.html(<SetUpPage doorway={openDoorway(c, 'set-up')} />);
}

/** POST `/setup/{token}`: makes the first administrator, who goes on to enrol a second factor. */
export async function takeSetUp(c: Behind) {
  const hub = c.get('hub');
  const token = c.req.param('token');
  await findLink(hub.sql, 'setup', token);
  return attempt(c, {
    form: 'set-up',
    schema,
    async act(typed) {
      const { id } = await setUp(hub, { token, ...typed });
      const session = await openSession(hub, id, c.req.header('user-agent'));
      c.header('Set-Cookie', await sessionCookie(hub, session));
      return `/sign-in/enrol?language=${typed.language}`;
    },
    again: (filled) => <SetUpPage doorway={openDoorway(c, filled)} />,
  });
}
