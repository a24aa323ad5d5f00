import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { changeRoles } from '../../src/operator/change-roles.ts';
import { createKey } from '../../src/operator/create-key.ts';
import { createOperator } from '../../src/operator/create-operator.ts';
import { disableOperator, enableOperator } from '../../src/operator/disable-operator.ts';
import { listKeys } from '../../src/operator/list-keys.ts';
import { revokeKey } from '../../src/operator/revoke-key.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { keyFor, signIn } from '../support/sign-in.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;
let people: People;
let fatima: number;

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
  people = await hirePeople(hub);
  fatima = people.fatima;
});

const api = '/api/v1/advisories';
const get = async (path: string, headers: Record<string, string>) => app.request(path, { headers });
const statusOf = async (path: string, headers: Record<string, string>) =>
  (await get(path, headers)).status;

test('a key opens what its owner may, until it ends, is revoked, or its owner is disabled', async () => {
  const headers = await keyFor(hub, people.dewi);
  expect(headers.Authorization).toMatch(/^Bearer smf_[\w-]{40}$/);
  expect(await statusOf(api, headers)).toBe(200);
  const [first] = await listKeys(hub.sql, { operatorId: people.dewi });
  expect(first).toMatchObject({ live: true, roles: ['duty officer'] });
  expect(first?.lastUsedAt).toBeInstanceOf(Date);
  expect(JSON.stringify(await hub.sql`SELECT * FROM api_keys`)).not.toContain(
    headers.Authorization.slice(20),
  );
  // Somebody else's key is not there; an administrator ends anybody's.
  const keyId = first?.id ?? 0;
  const mine = { keyId, operatorId: people.anouk };
  await expect(revokeKey(hub, mine)).rejects.toMatchObject({ code: 'not_found' });
  await revokeKey(hub, { keyId, operatorId: fatima });
  expect(await statusOf(api, headers)).toBe(401);

  const late = await keyFor(hub, people.dewi);
  await hub.sql`UPDATE api_keys SET expires_at = clock_timestamp() - interval '1 second' WHERE id > ${keyId}`;
  expect(await statusOf(api, late)).toBe(401);

  const last = await keyFor(hub, people.dewi);
  await disableOperator(hub, { accountId: people.dewi, operatorId: fatima });
  expect(await statusOf(api, last)).toBe(401);
  await enableOperator(hub, { accountId: people.dewi, operatorId: fatima });
  expect(await statusOf(api, last)).toBe(401);
});

test('a key does no more than its scope, and no more than its owner does today', async () => {
  const many = { operatorId: people.anouk, roles: ['author', 'approver'] as const };
  await changeRoles(hub, { ...many, roles: [...many.roles] });
  const asked = { operatorId: people.anouk, name: 'robot', expiresAt: new Date(Date.now() + 1e7) };
  await expect(createKey(hub, { ...asked, roles: ['administrator'] })).rejects.toMatchObject({
    findings: [{ path: 'roles' }],
  });
  const tooLong = { ...asked, expiresAt: new Date(Date.now() + 500 * 86_400_000) };
  await expect(createKey(hub, tooLong)).rejects.toMatchObject({
    findings: [{ path: 'expiresAt' }],
  });
  const [reads, writes] = [await keyFor(hub, people.anouk, []), await keyFor(hub, people.anouk)];
  const write = (headers: Record<string, string>) =>
    app.request(api, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: '{}',
    });
  expect(await statusOf(api, reads)).toBe(200);
  expect((await write(reads)).status).toBe(403);
  expect((await write(writes)).status).toBe(400);
  await changeRoles(hub, { operatorId: people.anouk, roles: ['approver'] });
  expect((await write(writes)).status).toBe(403);
});

test('a key that is none says so in the words of RFC 6750, whatever cookie comes with it', async () => {
  const session = await signIn(hub, people.pieter);
  for (const Authorization of [
    'Bearer smf_nonsense',
    'Bearer ',
    'Basic YTpi',
    'Bearer x'.repeat(999),
  ]) {
    const { status, headers } = await get(api, { ...session, Authorization });
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('error="invalid_token"');
    expect(headers.get('content-type')).toBe('application/problem+json');
  }
  const bare = await get(api, {});
  expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="semafoor"',
  ]);
  expect(await statusOf(api, session)).toBe(200);
});

test('a session ends when it lies unused, when it is old, and when its account is disabled', async () => {
  const ages = [
    "updated_at = clock_timestamp() - interval '3 hours'",
    'expires_at = clock_timestamp()',
  ];
  for (const age of ages) {
    const session = await signIn(hub, people.pieter);
    expect(await statusOf('/console', session)).toBe(200);
    await hub.sql.unsafe(`UPDATE sessions SET ${age}`);
    expect(await statusOf('/console', session)).toBe(303);
  }
  const session = await signIn(hub, people.pieter);
  await disableOperator(hub, { accountId: people.pieter, operatorId: fatima });
  expect(await statusOf('/console', session)).toBe(303);
  await enableOperator(hub, { accountId: people.pieter, operatorId: fatima });
  expect(await statusOf('/console', session)).toBe(303);
});

test('what a session changes is asked for by a page of the hub itself', async () => {
  const { Cookie } = await signIn(hub, people.pieter);
  const post = async (headers: Record<string, string>) =>
    (await app.request('/console/nowhere', { method: 'POST', headers: { Cookie, ...headers } }))
      .status;
  for (const headers of [{}, { Origin: 'null' }, { Origin: 'https://hub.test.evil.example' }])
    expect(await post(headers as Record<string, string>)).toBe(403);
  expect(await post({ 'Sec-Fetch-Site': 'same-site', Origin: 'https://hub.test' })).toBe(403);
  for (const headers of [{ Origin: 'https://hub.test' }, { 'Sec-Fetch-Site': 'same-origin' }])
    expect(await post(headers as Record<string, string>)).toBe(404);
  expect((await app.request('/console/nowhere', { method: 'POST' })).status).toBe(401);
});

test('who was invited but has no role yet sees nothing', async () => {
  const account = { name: 'Otto', email: 'otto@csirt.example', language: 'en' as const };
  const otto = await createOperator(hub, account);
  expect(await statusOf('/console', await signIn(hub, otto.id))).toBe(403);
});
