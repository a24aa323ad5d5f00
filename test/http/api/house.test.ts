import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../src/http/app.tsx';
import { type ApiVisitor, createApiVisitor } from '../../support/api-visitor.ts';
import { createOperator } from '../../support/audience.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { keyFor, signIn } from '../../support/sign-in.ts';

let hub: TestHub;
let ids: Record<'ada' | 'bea' | 'anouk' | 'carla', number>;
let ada: ApiVisitor;
let bea: ApiVisitor;
let anouk: ApiVisitor;
let carla: ApiVisitor;
const visitor = (headers: Record<string, string>) =>
  createApiVisitor(
    createApp(() => hub),
    headers,
  );

beforeAll(async () => {
  hub = await openTestHub();
  ids = {
    ada: await createOperator(hub, 'Ada', ['administrator']),
    bea: await createOperator(hub, 'Bea', ['administrator']),
    anouk: await createOperator(hub, 'Anouk', ['author']),
    carla: await createOperator(hub, 'Carla', ['auditor']),
  };
  ada = await visitor(await signIn(hub, ids.ada));
  bea = await visitor(await signIn(hub, ids.bea));
  anouk = await visitor(await signIn(hub, ids.anouk));
  carla = await visitor(await keyFor(hub, ids.carla));
  for (const object of [ids.ada, ids.bea])
    await hub.sql`
      INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
      VALUES (hub_now(), 'system', 'create', ${`operator:${object}`}, 'ok', 'hub', '{"roles": ["administrator"]}')`;
});

test('who calls is told what the request may use', async () => {
  expect((await anouk.get('/caller')).body).toMatchObject({
    name: 'Anouk',
    roles: ['author'],
    via: 'session',
  });
  const reading = await visitor(await keyFor(hub, ids.ada, []));
  expect((await reading.get('/caller')).body).toMatchObject({ roles: [], via: 'key' });
});

test('an account is invited, gets its roles from two administrators, and is closed', async () => {
  const wish = { name: 'Pieter', email: 'Pieter@csirt.example', roles: ['approver'] };
  const invited = await ada.post('/operators', wish);
  expect([invited.status, invited.body.operator.roles]).toEqual([201, []]);
  expect(invited.body.url).toContain('https://hub.test/invitations/');
  expect((await ada.post('/operators', wish)).status).toBe(409);
  expect((await ada.post('/operators', { ...wish, email: 'x' })).body.errors).toMatchObject([
    { path: 'email' },
  ]);
  const { id } = invited.body.roleRequest;
  expect((await carla.get('/role-requests')).body.items).toMatchObject([
    { id, roles: ['approver'] },
  ]);
  expect((await ada.post(`/role-requests/${id}/decision`, { decision: 'approved' })).status).toBe(
    403,
  );
  expect((await bea.post(`/role-requests/${id}/decision`, { decision: 'approved' })).status).toBe(
    204,
  );
  const at = `/operators/${invited.body.operator.id}`;
  expect((await carla.get(at)).body.roles).toEqual(['approver']);
  expect((await ada.post(`${at}/role-requests`, { roles: [] })).body.roleRequest.roles).toEqual([]);
  expect((await ada.post(`${at}/recovery`)).body.url).toContain('/recovery/');
  expect((await ada.post(`${at}/suspension`)).body.disabledAt).not.toBeNull();
  expect((await ada.remove(`${at}/suspension`)).body.disabledAt).toBeNull();
  expect((await ada.post(`/operators/${ids.ada}/suspension`)).status).toBe(409);
  expect((await carla.get('/operators?limit=3')).body.nextCursor).not.toBeNull();
  expect((await anouk.get('/operators')).status).toBe(403);
});

test('a key is made by who is signed in, shown once and ended', async () => {
  const draft = {
    name: 'nightly',
    roles: ['author'],
    expiresAt: new Date(Date.now() + 86_400_000),
  };
  const made = await anouk.post('/api-keys', draft);
  expect([made.status, made.body.key]).toEqual([201, expect.stringMatching(/^smf_/)]);
  const nightly = await visitor({ Authorization: `Bearer ${made.body.key}` });
  expect((await nightly.post('/api-keys', draft)).status).toBe(403);
  expect(
    (await anouk.post('/api-keys', { ...draft, roles: ['approver'] })).body.errors,
  ).toMatchObject([{ path: 'roles' }]);
  const listed = await anouk.get('/api-keys');
  expect(listed.body.items).toMatchObject([{ id: made.body.id, name: 'nightly', live: true }]);
  expect(JSON.stringify(listed.body)).not.toContain(made.body.key);
  expect((await anouk.get('/api-keys?all=true')).status).toBe(403);
  expect((await carla.get('/api-keys?all=true')).body.items.length).toBeGreaterThan(1);
  const narrow = await visitor(await keyFor(hub, ids.ada, []));
  expect((await narrow.remove(`/api-keys/${made.body.id}`)).status).toBe(403);
  expect((await carla.remove(`/api-keys/${made.body.id}`)).status).toBe(404);
  expect((await ada.remove(`/api-keys/${made.body.id}`)).status).toBe(204);
  expect((await nightly.get('/caller')).status).toBe(401);
  expect(await hub.sql`SELECT FROM idempotency_keys`).toHaveLength(0);
});

test('a session is seen and ended', async () => {
  const other = await visitor(await signIn(hub, ids.anouk));
  const { items } = (await anouk.get('/sessions')).body;
  expect(items).toHaveLength(2);
  expect((await anouk.get(`/sessions?operatorId=${ids.ada}`)).status).toBe(403);
  expect((await ada.get(`/sessions?operatorId=${ids.anouk}`)).body.items).toHaveLength(2);
  expect((await bea.remove('/sessions/99999')).status).toBe(404);
  expect((await anouk.remove(`/sessions/${items[0].id}`)).status).toBe(204);
  expect((await other.get('/sessions')).status).toBe(401);
});

test('a browser that another site sends here does nothing', async () => {
  const cross = {
    ...(await signIn(hub, ids.ada)),
    Origin: 'https://evil.example',
    'Sec-Fetch-Site': 'cross-site',
  };
  expect(
    (await (await visitor(cross)).post('/operators', { name: 'x', email: 'x@x.example' })).status,
  ).toBe(403);
});

test('the auditor reads the trail, by page and by what was done', async () => {
  const found = await carla.get('/audit-entries?action=invite&limit=1');
  expect(found.body.items).toMatchObject([
    { actor: `operator:${ids.ada}`, name: 'Ada', result: 'ok' },
  ]);
  const { body } = await carla.get(
    '/audit-entries?limit=2&object=operator&until=2100-01-01T00:00:00Z',
  );
  expect(body.items).toHaveLength(2);
  expect((await carla.get(`/audit-entries?cursor=${body.nextCursor}`)).status).toBe(200);
  expect((await anouk.get('/audit-entries')).status).toBe(403);
  expect((await carla.post('/operators', { name: 'x', email: 'x@x.example' })).status).toBe(403);
});

const data = (name: string) => readFileSync(`../shared/data/csaf/${name}.json`);
const post = (body: BodyInit) =>
  anouk.ask('POST', '/imports/csaf', { body, headers: { 'Content-Type': 'application/json' } });

test('a CSAF document becomes a draft, and goes out again', async () => {
  const taken = await post(data('valid/ecv-2024-0001'));
  expect([taken.status, taken.body.version.state]).toEqual([201, 'draft']);
  expect(Array.isArray(taken.body.advice)).toBe(true);
  const out = await anouk.get(`/versions/${taken.body.version.id}/csaf`);
  expect(out.body.document.csaf_version).toBe('2.0');
  const refused = await post(data('invalid/avendor-advisory-0005'));
  expect([refused.status, refused.body.errors.length > 0]).toEqual([400, true]);
  expect((await post('{')).status).toBe(400);
});

test('a document of 20 MB is read, and one of 21 MB is not', async () => {
  const megabytes = (n: number) => `{"document": "${'x'.repeat(n * 1024 * 1024 - 20)}"}`;
  expect((await post(megabytes(20))).status).toBe(400);
  const large = await post(megabytes(21));
  expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('20 MB')]);
});
