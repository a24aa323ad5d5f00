import { beforeAll, expect, test } from 'vitest';
import { expandNext } from '../../../src/fanout/expand.ts';
import { addWebhook } from '../../../src/fanout/webhook/add-webhook.ts';
import { keepAttempt } from '../../../src/fanout/webhook/keep-attempt.ts';
import { createKey } from '../../../src/operator/create-key.ts';
import { findKey } from '../../../src/operator/find-key.ts';
import { createContact, createOrganisation } from '../../support/audience.ts';
import { publishFixture } from '../../support/publication.ts';
import { type Console, openConsole, type Visitor } from './enter.ts';

// Hub Noord has a machine beside its duty desk. Fatima gives out its keys, Dewi is on duty, Anouk writes.

let console: Console;
let fatima: Visitor;
let dewi: Visitor;
let anouk: Visitor;
let noord: number;
let zuid: number;
let webhookId: number;
let secret: string;

const partner = (id = noord) => `/console/organisations/${id}/partner`;
const hook = (what = '') => `/console/webhooks/${webhookId}${what}`;

beforeAll(async () => {
  console = await openConsole();
  const { hub, people } = console;
  await hub.sql`UPDATE operators SET language = 'nl'`;
  fatima = await console.enter(people.fatima);
  dewi = await console.enter(people.dewi);
  anouk = await console.enter(people.anouk);
  noord = await createOrganisation(hub, { name: 'Hub Noord' });
  zuid = await createOrganisation(hub, { name: 'Hub Zuid' });
  const contactId = await createContact(hub, { name: 'Wacht', organisationIds: [noord] });
  const tlpCeiling = 'AMBER' as const;
  const key = await giveKey(noord);
  const made = await addWebhook(hub, {
    ...{
      contactId,
      url: 'https://hooks.noord.test/in',
      eventTypes: ['publication'],
      risks: ['H/H'],
    },
    products: [{ vendor: 'Citrix', product: null }],
    partner: { keyId: key.id, organisationId: noord, tlpCeiling },
  });
  webhookId = made.webhook.id;
  secret = made.secret;
});

/** A key as the verb makes it, besides what the pages make. */
function giveKey(organisationId: number) {
  const expiresAt = new Date(Date.now() + 86_400_000);
  const wish = { name: 'koppeling', expiresAt, operatorId: console.people.fatima };
  return createKey(console.hub, { ...wish, partner: { organisationId, tlpCeiling: 'AMBER' } });
}

/** Posts fields as a form would. */
const post = (who: Visitor, path: string, fields: Record<string, string> = {}) =>
  who.open(path, { method: 'POST', body: new URLSearchParams(fields) });

const shownKey = (html: string) => html.match(/<code>(smf_[\w-]{40})<\/code>/)?.[1] ?? '';
const opens = async (key: string) => (await findKey(console.hub, key))?.partner;

test('an administrator gives out a key up to a ceiling, and it is seen this once', async () => {
  const page = await fatima.open(partner(zuid));
  expect(page.html).toContain('Deze partner heeft nog geen webhook');
  expect(page.html).toContain('Deze partner heeft geen sleutel');
  const wish = { name: 'SIEM van Zuid', tlpCeiling: 'GREEN', days: '90' };
  const made = await fatima.send(page, 'key', wish);
  const key = shownKey(made.html);
  expect(await opens(key)).toMatchObject({ organisationId: zuid, tlpCeiling: 'GREEN' });
  expect(made.html).toContain(`href="${partner(zuid)}"`);
  const again = await fatima.open(partner(zuid));
  expect(again.html).toContain('SIEM van Zuid');
  expect(again.html).toContain('TLP:GREEN');
  expect(again.html).not.toContain(key);
  expect(console.hub.lines.join('\n')).not.toContain(key);
});

test('a form that says too little comes back with what is wrong at its field', async () => {
  const page = await fatima.open(partner());
  const refused = await fatima.send(page, 'key', { name: ' ', tlpCeiling: 'PURPLE', days: '4000' });
  expect(refused.status).toBe(400);
  for (const field of ['name', 'tlpCeiling', 'days'])
    expect(refused.html).toContain(`id="key-${field}-error"`);
});

test('a key is replaced: for a while both open, a leaked one ends at once', async () => {
  const before = await giveKey(noord);
  const at = (id: number) => `${partner()}/keys/${id}/rotate`;
  const page = await fatima.open(at(before.id));
  expect((await fatima.send(page, 'rotate', { days: '365' })).html).toContain(
    'rotate-overlapHours-error',
  );
  const next = shownKey(
    (await fatima.send(page, 'rotate', { days: '365', overlapHours: '24' })).html,
  );
  expect(await opens(next)).toMatchObject({ organisationId: noord, tlpCeiling: 'AMBER' });
  expect(await opens(before.key)).toBeDefined();
  const [row] = await console.hub.sql`
    SELECT expires_at < clock_timestamp() + interval '25 hours' AS soon FROM api_keys WHERE id = ${before.id}`;
  expect(row).toEqual({ soon: true });
  const [{ id }] = await console.hub.sql<[{ id: number }]>`SELECT max(id) AS id FROM api_keys`;
  const last = shownKey((await post(fatima, at(id), { days: '30', overlapHours: '0' })).html);
  expect(await opens(next)).toBeUndefined();
  expect(await opens(last)).toBeDefined();
  expect((await post(fatima, at(id), { days: '30', overlapHours: '0' })).status).toBe(409);
  const audited = await console.hub.sql`
    SELECT detail FROM audit_entries WHERE action = 'rotate key' ORDER BY id`;
  expect(audited).toMatchObject([
    { detail: { overlapHours: 24 } },
    { detail: { overlapHours: 0 } },
  ]);
});

test('a key is withdrawn after its consequences were shown, and only by the way of its own partner', async () => {
  const { id, key } = await giveKey(noord);
  const at = (organisation: number) => `${partner(organisation)}/keys/${id}/withdraw`;
  expect((await fatima.open(at(zuid))).status).toBe(404);
  expect((await post(fatima, at(zuid))).status).toBe(404);
  const page = await fatima.open(at(noord));
  expect(page.html).toContain('Dit kan niet ongedaan gemaakt worden');
  expect(await opens(key)).toBeDefined();
  const done = await post(fatima, at(noord));
  expect(done.headers.get('location')).toBe(`${partner()}?done=revoked`);
  expect(await opens(key)).toBeUndefined();
});

test('who is on duty sees everything but a secret, and has things sent; keys and the end are an administrator’s', async () => {
  const { hub } = console;
  const answer = { status: 503, answer: '<b>down</b>', durationMs: 12 };
  await keepAttempt(hub, { addressId: webhookId, deliveryId: 0, key: 'test.1', ...answer });
  const list = await dewi.open(partner());
  expect(list.html).toContain('https://hooks.noord.test/in');
  expect(list.html).not.toContain('Sleutel uitgeven');
  const page = await dewi.open(hook());
  for (const word of [
    'publicatie',
    'H/H',
    'alles van Citrix',
    'TLP:AMBER',
    'er komt niets aan sinds',
    '503',
  ])
    expect(page.html).toContain(word);
  expect(page.html).toContain('&lt;b&gt;down');
  for (const text of [list.html, page.html]) expect(text).not.toContain(secret.slice(6));
  expect((await post(dewi, hook('/test'))).headers.get('location')).toBe(hook('?done=recorded'));
  expect((await dewi.open(hook())).html).toContain('Nog te sturen op verzoek: 1.');
  for (const path of [`${partner()}/keys`, hook('/end')])
    expect((await post(dewi, path)).status, path).toBe(403);
  for (const path of [partner(), hook()]) expect((await anouk.open(path)).status, path).toBe(403);
  expect((await post(anouk, hook('/test'))).status).toBe(403);
});

test('what it missed is sent from the page, which says how many', async () => {
  const { hub, people } = console;
  await hub.sql`UPDATE webhooks SET event_types = '{}', risks = '{}', products = '[]'`;
  await hub.sql`UPDATE addresses SET disabled_at = hub_now(), disabled_reason = 'HTTP 410' WHERE id = ${webhookId}`;
  await publishFixture(hub.sql, { to: ['providers'] });
  await expandNext(hub);
  const out = await dewi.open(hook());
  expect(out.html).toContain('buiten gebruik sinds');
  expect(out.html).not.toContain('id="recover"');
  const refused = await post(dewi, hook('/test'));
  expect(refused.status).toBe(409);
  expect(refused.html).toContain('neem hem eerst weer in gebruik');
  expect((await post(dewi, hook('/enable'))).status).toBe(303);
  const page = await dewi.open(hook());
  expect((await dewi.send(page, 'recover', {})).html).toContain('id="recover-since-error"');
  const wrong = { since: '2030-01-01T00:00', until: '2020-01-01T00:00' };
  expect((await dewi.send(page, 'recover', wrong)).html).toContain(
    'Dit is niet later dan het begin.',
  );
  const since = { since: '2010-01-01T00:00', until: '' };
  expect((await dewi.send(page, 'recover', since)).html).toContain('Eén bericht gaat alsnog.');
  expect((await dewi.send(page, 'recover', since)).html).toContain('In deze tijd is niets gemist.');
  const [row] = await hub.sql`SELECT actor FROM audit_entries WHERE action = 'recover' LIMIT 1`;
  expect(row).toEqual({ actor: `operator:${people.dewi}` });
});

test('what ended is sent again by one press', async () => {
  const { hub } = console;
  const [delivery] = await hub.sql<[{ id: number }]>`
    UPDATE deliveries SET state = 'failed', detail = 'HTTP 500' WHERE address_id = ${webhookId} RETURNING id`;
  await hub.sql`UPDATE replays SET ended_at = clock_timestamp(), sent = false`;
  const page = await dewi.open(hook());
  expect(page.html).toContain(`name="deliveryId" value="${delivery.id}"`);
  expect((await post(dewi, hook('/replays'), { deliveryId: `${delivery.id}` })).status).toBe(303);
  const waiting = await hub.sql`SELECT delivery_id FROM replays WHERE ended_at IS NULL`;
  expect(waiting).toEqual([{ deliveryId: delivery.id }]);
});

test('it is ended after its consequences were shown, by who saw it as it stands', async () => {
  const page = await fatima.open(hook('/end'));
  expect(page.html).toContain('het geheim wordt vergeten');
  const stale = await post(fatima, hook('/end'), { expected: '1' });
  expect(stale.status).toBe(412);
  const expected = page.html.match(/name="expected" value="(\d+)"/)?.[1] ?? '';
  expect((await post(fatima, hook('/end'), { expected })).headers.get('location')).toBe(
    `${partner()}?done=removed`,
  );
  expect((await fatima.open(hook())).status).toBe(404);
});
