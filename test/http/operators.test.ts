import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { createOperator } from '../../src/operator/create-operator.ts';
import { findOperatorByEmail } from '../../src/operator/operator.ts';
import { hashPassword, setPassword } from '../../src/operator/set-password.ts';
import { codeAt, stepAt } from '../../src/operator/totp.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { createBrowserOf } from '../support/cookie-jar.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from '../support/sign-in.ts';
import { createVisitor, firefox } from '../support/visitor.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;
let people: People;
let jelle: number;

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
  people = await hirePeople(hub);
  const account = { name: 'Jelle', email: 'jelle@csirt.example', language: 'en' as const };
  jelle = (await createOperator(hub, { ...account, roles: ['administrator'] })).id;
});

const browse = async (operatorId: number) =>
  createVisitor(app, { ...firefox, ...(await signIn(hub, operatorId)) });
const addressIn = (html: string) =>
  (html.match(/<code>https:\/\/hub\.test(\/[^<]+)<\/code>/)?.[1] ?? '').trim();

test('an administrator invites with roles, and another one approves them', async () => {
  const fatima = await browse(people.fatima);
  const form = await fatima.open('/console/operators/new');
  const wrong = await fatima.send(form, 'invite', { name: '', email: 'no', roles: ['author'] });
  expect(wrong.status).toBe(400);
  expect(wrong.html.match(/class="error"/g)).toHaveLength(2);
  expect(wrong.html).toMatch(/value="author"[^>]*checked/);
  const ruben = { name: 'Ruben', email: 'ruben@csirt.example', roles: ['auditor'], language: 'nl' };
  const invited = await fatima.send(form, 'invite', ruben);
  expect(invited.html).toContain('wait for the approval of another administrator');
  expect((await createBrowserOf(app).open(addressIn(invited.html))).html).toContain('Ruben');
  const twice = await fatima.send(form, 'invite', { ...ruben, email: 'RUBEN@csirt.example' });
  expect([twice.status, twice.html.includes('has an account already')]).toEqual([409, true]);

  const list = await fatima.open('/console/operators');
  expect(list.html).toContain('Take back');
  expect(list.html).not.toContain('Approve');
  const [request] = await hub.sql`SELECT id FROM role_requests`;
  const decide = { method: 'POST', body: new URLSearchParams({ decision: 'approved' }) };
  const path = `/console/role-requests/${request?.id}`;
  expect((await fatima.open(path, decide)).status).toBe(403);
  const other = await browse(jelle);
  expect((await other.open('/console/operators')).html).toContain('Approve');
  expect((await other.open(path, decide)).headers.get('location')).toBe(
    '/console/operators?done=approved',
  );
  expect((await findOperatorByEmail(hub.sql, ruben.email))?.roles).toEqual(['auditor']);
});

test('an administrator sees and ends what somebody else has open', async () => {
  const fatima = await browse(people.fatima);
  const dewi = await browse(people.dewi);
  const own = await dewi.open('/console/account');
  const made = await dewi.send(own, 'key', { name: 'pager', roles: ['duty officer'], days: '30' });
  const key = made.html.match(/smf_[\w-]{40}/)?.[0] ?? '';
  const headers = { Authorization: `Bearer ${key}` };
  const api = async () => (await app.request('/api/v1/advisories', { headers })).status;
  expect(await api()).toBe(200);
  const bad = await dewi.send(own, 'key', { name: ' ', roles: ['administrator'], days: '30' });
  expect(bad.status).toBe(400);
  // A key opens no page: on one it could make itself another key.
  expect((await app.request('/console/account', { headers })).status).toBe(303);

  const page = await fatima.open(`/console/operators/${people.dewi}`);
  expect(page.html).toContain('pager');
  expect(page.html).not.toContain(key);
  const [, end = ''] = page.html.match(/action="([^"]+\/keys\/\d+\/end)"/) ?? [];
  await fatima.open(end, { method: 'POST' });
  expect(await api()).toBe(401);
  const [, last = ''] = page.html.match(/action="([^"]+\/sessions\/\d+\/end)"/) ?? [];
  await fatima.open(last, { method: 'POST' });
  expect((await dewi.open('/console')).status).toBe(303);
});

test('recovery and disabling are an administrator’s, never of their own account', async () => {
  const fatima = await browse(people.fatima);
  const post = async (path: string) => fatima.open(path, { method: 'POST' });
  const recovery = await post(`/console/operators/${people.pieter}/recovery`);
  expect(addressIn(recovery.html)).toMatch(/^\/recovery\/[\w-]{32}$/);
  expect((await post(`/console/operators/${people.fatima}/recovery`)).status).toBe(409);
  expect((await post(`/console/operators/${people.fatima}/disable`)).status).toBe(409);
  expect((await post(`/console/operators/${people.pieter}/disable`)).status).toBe(303);
  expect((await fatima.open(`/console/operators/${people.pieter}`)).html).toContain('disabled');
  expect((await createBrowserOf(app).open(addressIn(recovery.html))).status).toBe(404);
  expect((await post(`/console/operators/${people.pieter}/enable`)).status).toBe(303);
  expect((await fatima.open('/console/operators/999')).status).toBe(404);
});

test('auditors look and change nothing; others do not even look', async () => {
  const ruben = await findOperatorByEmail(hub.sql, 'ruben@csirt.example');
  const auditor = await browse(ruben?.id ?? 0);
  const page = await auditor.open(`/console/operators/${people.dewi}`);
  expect(page.status).toBe(200);
  expect(page.html).not.toMatch(/action="\/console\/operators/);
  const invite = { method: 'POST', body: new URLSearchParams({ name: 'x' }) };
  expect((await auditor.open('/console/operators', invite)).status).toBe(403);
  expect((await auditor.open('/console/operators/new')).status).toBe(403);
  const anouk = await browse(people.anouk);
  expect((await anouk.open('/console/operators')).status).toBe(403);
});

test('one’s own password, authenticator and codes change with the password alone at hand', async () => {
  const old = 'de oude zin van vier woorden';
  const fresh = 'een heel nieuwe zin erbij';
  await setPassword(hub.sql, people.anouk, await hashPassword(hub, old));
  const [anouk, elsewhere] = [await browse(people.anouk), await browse(people.anouk)];
  const form = await anouk.open('/console/account/password');
  const typed = { current: old, password: fresh, repeated: fresh };
  const guess = await anouk.send(form, 'password', { ...typed, current: 'wrong' });
  expect([guess.status, guess.html.includes('This is not your password.')]).toEqual([400, true]);
  expect((await anouk.send(form, 'password', typed)).status).toBe(200);
  expect((await elsewhere.open('/console')).status).toBe(303);

  const jar = createBrowserOf(app);
  const { Cookie } = await signIn(hub, people.anouk);
  jar.jar.set(Cookie.split('=')[0] ?? '', Cookie.slice(Cookie.indexOf('=') + 1));
  const factor = await jar.open('/console/account/second-factor');
  const secret = (factor.html.match(/<code>([A-Z2-7 ]{39})<\/code>/)?.[1] ?? '').replaceAll(
    ' ',
    '',
  );
  const code = codeAt(secret, stepAt(Date.now()));
  const none = await jar.send(factor, 'second-factor', { current: old, code });
  expect(none.status).toBe(400);
  const done = await jar.send(factor, 'second-factor', { current: fresh, code });
  expect(done.html.match(/<code>[a-z2-7]{5}-[a-z2-7]{5}<\/code>/g)).toHaveLength(10);
  expect((await anouk.open('/console')).status).toBe(303);
  const page = await jar.open('/console/account/backup-codes');
  const codes = await jar.send(page, 'codes', { current: fresh });
  expect(codes.html.match(/<code>[a-z2-7]{5}-[a-z2-7]{5}<\/code>/g)).toHaveLength(10);
  expect(codes.html).not.toBe(done.html);
});
