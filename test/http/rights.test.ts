import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { roles } from '../../src/operator/role.ts';
import { createOperator, createOrganisation } from '../support/audience.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { keyFor, partnerKeyFor, signIn } from '../support/sign-in.ts';
import { apiRights } from './rights/api.ts';
import { consoleRights } from './rights/console.ts';
import { accountRights } from './rights/console-account.ts';
import { audienceRights } from './rights/console-audience.ts';
import { partnerRights } from './rights/console-partner.ts';
import { publicRights } from './rights/public.ts';
import type { Caller, Rights } from './rights/right.ts';

const rights: Rights = {
  ...publicRights,
  ...consoleRights,
  ...audienceRights,
  ...partnerRights,
  ...accountRights,
  ...apiRights,
};

let hub: TestHub;
let app: ReturnType<typeof createApp>;
let partner: number;
const ids = new Map<Caller, number>();
const callers: Caller[] = [...roles, 'reader', 'partner', 'nobody'];

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
  partner = await createOrganisation(hub, { name: 'Hub Noord', kind: 'information hub' });
  for (const role of roles)
    ids.set(role, await createOperator(hub, role.replace(' ', '-'), [role]));
  ids.set('reader', await createOperator(hub, 'reader', [...roles]));
});

const routes = () => {
  const all = app.routes.filter(({ method }) => method !== 'ALL' && method !== 'HEAD');
  return [...new Set(all.map(({ method, path }) => `${method} ${path}`))].toSorted();
};

/** Things that are not there: whoever gets through finds nothing, and nothing is done. */
function addressOf(path: string): string {
  return path
    .replace(/:name\{[^}]*\}/, 'nothing.js')
    .replace(/:file\{[^}]*\}/, 'contacts.csv')
    .replace(':trackingId', 'NCSC-1999-0001')
    .replace(':kind', 'contacts')
    .replace(/:version\b/, '1.00')
    .replace(':token', 'nothing')
    .replace(/:\w+(\{[^}]*\})?/g, '999999');
}

async function headersOf(caller: Caller): Promise<Record<string, string>> {
  const origin = { Origin: new URL(hub.config.publicUrl).origin };
  if (caller === 'nobody') return origin;
  if (caller === 'reader') return { ...origin, ...(await keyFor(hub, ids.get(caller) ?? 0, [])) };
  if (caller === 'partner')
    return { ...origin, ...(await partnerKeyFor(hub, ids.get('administrator') ?? 0, partner)) };
  return signIn(hub, ids.get(caller) ?? 0);
}

/** Turned away: 401, 403, or a page that asks to sign in. */
async function isAllowed(route: string, headers: Record<string, string>): Promise<boolean> {
  const [method = '', path = ''] = route.split(' ');
  const type = path.startsWith('/api/') ? 'application/json' : 'application/x-www-form-urlencoded';
  const isRead = method === 'GET';
  const answer = await app.request(addressOf(path), {
    method,
    headers: isRead ? headers : { ...headers, 'Content-Type': type },
    body: isRead ? null : path.startsWith('/api/') ? '{}' : '',
  });
  await answer.body?.cancel();
  if (answer.status === 500) throw new Error(`${route} is answered 500.`);
  const toSignIn =
    answer.headers.get('location')?.startsWith('/sign-in') && !path.startsWith('/sign');
  return !toSignIn && answer.status !== 401 && answer.status !== 403;
}

test('every route has its line in the table of rights, and every line its route', () => {
  expect(routes()).toEqual(Object.keys(rights).toSorted());
});

test.each(callers)('%s gets through where the table says so, and nowhere else', async (caller) => {
  let headers = await headersOf(caller);
  const through: string[] = [];
  for (const route of routes()) {
    if (await isAllowed(route, headers)) through.push(route);
    if (route.includes('sign-out')) headers = await headersOf(caller);
  }
  const meant = Object.keys(rights).filter((route) => rights[route]?.includes(caller));
  const known = through.filter((route) => route in rights);
  expect(known).toEqual(meant.toSorted());
});
