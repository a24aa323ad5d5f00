import type { Context } from 'hono';
import { endSession } from '../../operator/end-session.ts';
import { findSession } from '../../operator/find-session.ts';
import type { CallerEnv } from '../caller.ts';
import { noCookies, readCookie } from '../session-cookie.ts';

/** POST `/sign-out`: ends this browser's session; without one it says the same. */
export async function signOut(c: Context<CallerEnv>) {
  const hub = c.get('hub');
  const token = await readCookie(hub, c, 'session');
  const session = token ? await findSession(hub, token) : null;
  if (session) {
    const { sessionId, operator } = session;
    await endSession(hub, { sessionId, operatorId: operator.id, action: 'sign out' });
    c.set('actor', `operator:${operator.id}`);
  }
  for (const cookie of await noCookies(hub)) c.header('Set-Cookie', cookie, { append: true });
  return c.redirect('/sign-in?done=signed-out', 303);
}
