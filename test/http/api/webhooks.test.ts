import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../src/http/app.tsx';
import { type ApiVisitor, createApiVisitor } from '../../support/api-visitor.ts';
import {
  createAddress,
  createContact,
  createOperator,
  createOrganisation,
} from '../../support/audience.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { keyFor, partnerKeyFor } from '../../support/sign-in.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;
let fatima: number;
let contactId: number;
let priya: ApiVisitor;
let stranger: ApiVisitor;

const url = 'https://hooks.noord.test/semafoor';

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
  fatima = await createOperator(hub, 'Fatima', ['administrator']);
  const noord = await createOrganisation(hub, { name: 'Hub Noord', kind: 'information hub' });
  const zuid = await createOrganisation(hub, { name: 'Hub Zuid', kind: 'information hub' });
  contactId = await createContact(hub, { name: 'Wacht', organisationIds: [noord], role: 'SOC' });
  await createAddress(hub, { contactId, target: 'wacht@noord.test' });
  await createContact(hub, { name: 'Andere wacht', organisationIds: [zuid] });
  priya = await createApiVisitor(app, await partnerKeyFor(hub, fatima, noord, 'AMBER'));
  stranger = await createApiVisitor(app, await partnerKeyFor(hub, fatima, zuid, 'GREEN'));
});

async function make(path: string, more: Record<string, unknown> = {}) {
  const made = await priya.post('/webhooks', { contactId, url: url + path, ...more });
  expect(made.status).toBe(201);
  return made.body as { webhook: { id: number; revision: string }; secret: string };
}

/** The ETag under which somebody sees a webhook. */
const tagOf = async (webhookId: number) => {
  const { headers } = await priya.get(`/webhooks/${webhookId}`);
  return { 'If-Match': headers.get('etag') ?? '' };
};

test('a partner finds its contact, makes a webhook there, and sees the secret once', async () => {
  const contacts = await priya.get('/webhook-contacts');
  expect(contacts.body.items).toEqual([
    { id: contactId, name: 'Wacht', functional: false, language: 'nl', roles: ['SOC'] },
  ]);
  const { webhook, secret } = await make('/one', { risks: ['H/H'] });
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const seen = await priya.get(`/webhooks/${webhook.id}`);
  expect(seen.body).toMatchObject({ form: 'thin', tlpCeiling: 'AMBER', risks: ['H/H'] });
  const staff = await createApiVisitor(app, await keyFor(hub, fatima));
  const answers = [seen, await priya.get('/webhooks'), await staff.get('/webhooks')];
  for (const { body } of answers) expect(JSON.stringify(body)).not.toContain(secret.slice(6));
  const [row] = await hub.sql`SELECT secret FROM webhooks WHERE address_id = ${webhook.id}`;
  expect(row?.secret).not.toContain(secret.slice(6));
  expect(hub.lines.join('\n')).not.toContain(secret.slice(6));
});

test.each<[Record<string, unknown>, string[]]>([
  [{ url: 'http://hooks.noord.test/' }, ['url']],
  [{ url: 'https://127.0.0.1/' }, ['url']],
  [{ url: 'https://[::1]/' }, ['url']],
  [{ url: 'https://a:b@hooks.noord.test/' }, ['url']],
  [{ tlpCeiling: 'RED' }, ['tlpCeiling']],
  [{ eventTypes: ['withdrawal'], tlpCeiling: 'RED' }, ['eventTypes', 'tlpCeiling']],
  [{ contactId: 999_999 }, ['contactId']],
  [{ risks: ['X/H'], form: 'fat', secret: 'mine' }, ['form', 'risks.0', 'secret']],
])('%j is refused, with what is wrong', async (wrong, paths) => {
  const made = await priya.post('/webhooks', { contactId, url: `${url}/wrong`, ...wrong });
  expect(made.status).toBe(400);
  const found = made.body.errors.map(({ path }: { path: string }) => path);
  expect(found.toSorted()).toEqual(paths);
  expect(JSON.stringify((await priya.get('/webhooks')).body)).not.toContain('/wrong');
});

test('it is changed by who saw it as it stands, and stays the same address', async () => {
  const { webhook } = await make('/two');
  const tag = await tagOf(webhook.id);
  const change = { url: `${url}/three`, form: 'full', products: [{ vendor: 'A', product: null }] };
  expect((await priya.patch(`/webhooks/${webhook.id}`, change)).status).toBe(428);
  const changed = await priya.patch(`/webhooks/${webhook.id}`, change, tag);
  expect(changed.body).toMatchObject({ id: webhook.id, ...change });
  expect((await priya.patch(`/webhooks/${webhook.id}`, change, tag)).status).toBe(412);
  const high = { tlpCeiling: 'AMBER+STRICT' };
  const now = await tagOf(webhook.id);
  expect((await priya.patch(`/webhooks/${webhook.id}`, high, now)).status).toBe(400);
  expect((await priya.post('/webhooks', { contactId, url: change.url })).status).toBe(409);
});

test('the secret is replaced, and the one before has its time', async () => {
  const { webhook, secret } = await make('/four');
  const replaced = await priya.post(`/webhooks/${webhook.id}/secret`);
  expect(replaced.body.secret).not.toBe(secret);
  expect(replaced.body.webhook.previousSecretUntil).toEqual(expect.any(String));
  const leaked = await priya.post(`/webhooks/${webhook.id}/secret`, { overlapHours: 0 });
  expect(leaked.body.webhook.previousSecretUntil).toBeNull();
});

test('ended it is gone with its secret, and may be made again', async () => {
  const { webhook } = await make('/five');
  const ended = await priya.remove(`/webhooks/${webhook.id}`, await tagOf(webhook.id));
  expect(ended.status).toBe(204);
  expect((await priya.get(`/webhooks/${webhook.id}`)).status).toBe(404);
  expect((await make('/five')).webhook.id).toBe(webhook.id);
});

test('another partner sees nothing of it and changes nothing', async () => {
  const { webhook } = await make('/six');
  const tag = await tagOf(webhook.id);
  expect((await stranger.get('/webhooks')).body.items).toEqual([]);
  const path = `/webhooks/${webhook.id}`;
  const asked = [
    await stranger.get(path),
    await stranger.patch(path, { form: 'full' }, tag),
    await stranger.remove(path, tag),
    await stranger.post(`${path}/secret`),
    await stranger.remove(`${path}/disablement`),
  ];
  expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  const foreign = await stranger.post('/webhooks', { contactId, url: `${url}/seven` });
  expect(foreign.status).toBe(400);
});

test('every decision has its row, under the organisation’s name and with the key', async () => {
  const rows = await hub.sql<{ action: string; actor: string }[]>`
    SELECT DISTINCT action, actor FROM audit_entries WHERE object LIKE 'webhook:%' AND detail ? 'keyId' ORDER BY action`;
  expect(rows.map(({ action }) => action)).toEqual(['add', 'change', 'end', 'replace secret']);
  for (const { actor } of rows) expect(actor).toMatch(/^organisation:\d+$/);
});

test('no organisation has more than twenty', async () => {
  const had = (await priya.get('/webhooks?limit=200')).body.items.length;
  for (let n = had; n < 20; n += 1) await make(`/more/${n}`);
  const one = await priya.post('/webhooks', { contactId, url: `${url}/too-many` });
  expect(one.status).toBe(409);
});
