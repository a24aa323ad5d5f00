import { betterAuth } from 'better-auth/minimal';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Hub } from '../hub.ts';
import { longest, shortest } from './password.ts';
import { secretsOf } from './secret.ts';
import { sessionTerm } from './session.ts';
import { storeOf } from './store.ts';

const known = new WeakMap<Hub, ReturnType<typeof createAuth>>();

/** The auth library, wired to this hub: passwords, second factors, challenges, sessions. It answers no request itself. */
export function authOf(hub: Hub): ReturnType<typeof createAuth> {
  const auth = known.get(hub) ?? createAuth(hub);
  known.set(hub, auth);
  return auth;
}

function createAuth(hub: Hub) {
  const { publicUrl, linkKeys, csirtName } = hub.config;
  return betterAuth({
    appName: csirtName,
    baseURL: publicUrl,
    secrets: secretsOf(linkKeys),
    database: storeOf(hub),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortest,
      maxPasswordLength: longest,
    },
    session: { expiresIn: sessionTerm.seconds, disableSessionRefresh: true },
    verification: { storeIdentifier: 'hashed' },
    // Our own limit on failures counts for both factors and for accounts that do not exist.
    plugins: [twoFactor({ accountLockout: { enabled: false } })],
    databaseHooks: { session: { create: { before: (session) => admit(hub, session) } } },
    advanced: {
      cookiePrefix: 'semafoor',
      useSecureCookies: publicUrl.startsWith('https:'),
      database: { generateId: 'serial', validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its arguments may hold an address: only the sentence is kept.
    logger: {
      level: 'error',
      log: (_level, message) => hub.log.error({ library: message }, 'auth'),
    },
  });
}

/** No session for a disabled account, whatever it knows. */
async function admit(hub: Hub, session: { userId: string } & Record<string, unknown>) {
  const [operator] = await hub.sql`
    SELECT FROM operators WHERE id = ${Number(session.userId)} AND disabled_at IS NULL`;
  if (!operator) return false;
  return { data: { ...session, userAgent: String(session.userAgent ?? '').slice(0, 200) } };
}
