import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { HubError } from '../errors.ts';
import type { Caller } from '../operator/caller.ts';
import { findKey } from '../operator/find-key.ts';
import { findSession } from '../operator/find-session.ts';
import { type Role, roles } from '../operator/role.ts';
import type { HttpEnv } from './env.ts';
import { isApi } from './failure.tsx';
import { requireSameOrigin } from './same-origin.ts';
import { readCookie } from './session-cookie.ts';

/** What a route knows behind `requireCaller`. */
export type CallerEnv = HttpEnv & {
  Variables: {
    caller: Caller;
    /** The session by which the caller came, unless it was a key. */
    sessionId?: number;
  };
};

/**
 * Lets a known caller through who may use one of `anyOf`; verbs look at the operator's roles once more. With every role
 * in it, as by default, a key without any may pass too: it reads. A partner's key passes where that is said in words.
 */
export const requireCaller = (anyOf: readonly Role[] = roles, also?: 'partners too') =>
  createMiddleware<CallerEnv>(async function requireCaller(c, next) {
    // Asked for more than once on the way to a route, the caller is looked up once.
    const caller = c.get('caller') ?? (await findCaller(c));
    if (caller instanceof Response) return caller;
    c.set('caller', caller);
    c.set(
      'actor',
      caller.partner
        ? `organisation:${caller.partner.organisationId}`
        : `operator:${caller.operator.id}`,
    );
    requireAny(caller, anyOf, also);
    c.header('Cache-Control', 'no-store');
    return next();
  });

/** @throws HubError forbidden */
function requireAny(
  { operator, roles: usable, partner }: Caller,
  anyOf: readonly Role[],
  also?: 'partners too',
): void {
  if (partner && also) return;
  if (partner)
    throw new HubError(
      'forbidden',
      'This is a partner’s key: it opens what is for partners alone.',
    );
  // Somebody who was invited but whose roles nobody approved yet sees nothing.
  if (operator.roles.length === 0)
    throw new HubError('forbidden', 'This account has no role yet: ask an administrator.');
  if (anyOf.length === 0)
    throw new HubError('forbidden', 'This is for partners: send a key that was made for one.');
  const everybody = roles.every((role) => anyOf.includes(role));
  if (everybody || usable.some((role) => anyOf.includes(role))) return;
  throw new HubError('forbidden', `This needs the role ${anyOf.join(' or ')}.`);
}

async function findCaller(c: Context<CallerEnv>): Promise<Caller | Response> {
  const authorization = c.req.header('authorization');
  // A key is for the API alone: a page might let it make another key with more in it.
  if (isApi(c) && authorization !== undefined) return byKey(c, authorization);
  const token = await readCookie(c.get('hub'), c, 'session');
  const session = token ? await findSession(c.get('hub'), token) : null;
  if (!session) return toSignIn(c);
  const { operator, sessionId } = session;
  if (!operator.twoFactorEnabled) return toSignIn(c, '/sign-in/enrol');
  requireSameOrigin(c.get('hub'), c);
  c.set('sessionId', sessionId);
  return { operator, roles: operator.roles, via: 'session' };
}

/** A key that is not good is refused as such, whatever cookie came along (RFC 6750 §3.1). */
async function byKey(c: Context<CallerEnv>, authorization: string): Promise<Caller> {
  const [scheme = '', key = ''] = authorization.split(' ', 2);
  const shown = scheme.toLowerCase() === 'bearer' ? await findKey(c.get('hub'), key) : null;
  if (shown) return { ...shown, via: 'key' };
  c.header('WWW-Authenticate', 'Bearer realm="semafoor", error="invalid_token"');
  throw new HubError(
    'unauthenticated',
    'This is not a key of this hub, or it ended or was revoked: send "Authorization: Bearer smf_…".',
  );
}

/** A person who opens a page is brought to the sign-in page and back; anything else is told what is missing. */
function toSignIn(c: Context<CallerEnv>, page = '/sign-in'): Response {
  if (!isApi(c) && ['GET', 'HEAD'].includes(c.req.method)) {
    const { pathname, search } = new URL(c.req.url);
    return c.redirect(`${page}?next=${encodeURIComponent(pathname + search)}`, 303);
  }
  c.header('WWW-Authenticate', 'Bearer realm="semafoor"');
  const how = isApi(c) ? 'Send a key: "Authorization: Bearer smf_…".' : 'Sign in again.';
  throw new HubError('unauthenticated', how);
}
