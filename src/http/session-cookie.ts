import type { Context } from 'hono';
import { generateSignedCookie, getSignedCookie } from 'hono/cookie';
import type { Hub } from '../hub.ts';
import { authOf } from '../operator/auth.ts';
import { secretsOf } from '../operator/secret.ts';

type Name = 'session' | 'challenge';

/** What the browser holds: the token of its session, or of a sign-in that waits for its second factor. */
export async function readCookie(hub: Hub, c: Context, which: Name): Promise<string | null> {
  const { name } = await cookieOf(hub, which);
  // Cookies that were signed before the newest key came stay good.
  for (const { value } of secretsOf(hub.config.linkKeys)) {
    const token = await getSignedCookie(c, value, name);
    if (token) return token;
  }
  return null;
}

/** The `Set-Cookie` that signs a browser in with this session. */
export async function sessionCookie(hub: Hub, token: string): Promise<string> {
  const { name, attributes } = await cookieOf(hub, 'session');
  const { secret } = await authOf(hub).$context;
  return generateSignedCookie(name, token, secret, { ...attributes, sameSite: 'Lax' } as never);
}

/** The `Set-Cookie`s that leave a browser with nothing. */
export async function noCookies(hub: Hub): Promise<string[]> {
  const cookies = [await cookieOf(hub, 'session'), await cookieOf(hub, 'challenge')];
  return cookies.map(({ name, attributes: { secure } }) => {
    return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  });
}

async function cookieOf(hub: Hub, which: Name) {
  const { authCookies, createAuthCookie } = await authOf(hub).$context;
  return which === 'session' ? authCookies.sessionToken : createAuthCookie('two_factor');
}
