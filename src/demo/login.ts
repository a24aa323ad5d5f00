import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { HubError } from '../errors.ts';
import type { HttpEnv } from '../http/env.ts';
import { sessionCookie } from '../http/session-cookie.ts';
import { openSession } from '../operator/open-session.ts';
import type { Staff } from './staff.ts';

/** The demo's own way in: an address that signs its staff in without a password. */
export type Login = {
  routes: Hono<HttpEnv>;
  /** Opens the way in for this staff, as the duty officer; with `?as=Anouk` as somebody else. */
  pathFor(staff: Staff): string;
};

/** Nothing in the hub mounts these routes; and the address is known to whoever reads the demo's terminal alone. */
export function createLogin(): Login {
  const token = randomBytes(16).toString('base64url');
  let staff: Staff | undefined;
  const routes = new Hono<HttpEnv>().get('/login/:token', async (c) => {
    const hub = c.get('hub');
    const name = c.req.query('as') ?? 'Dewi';
    const operatorId = new Map(Object.entries(staff ?? {})).get(name);
    if (c.req.param('token') !== token || !operatorId)
      throw new HubError('not_found', 'This is not the address that the demo printed.');
    // They all have their second factor in their heads.
    await hub.sql`UPDATE operators SET two_factor_enabled = true WHERE id = ${operatorId}`;
    const session = await openSession(hub, operatorId);
    return c.body(null, 303, {
      Location: '/console',
      'Set-Cookie': await sessionCookie(hub, session),
    });
  });
  return {
    routes,
    pathFor(hired) {
      staff = hired;
      return `/login/${token}`;
    },
  };
}
