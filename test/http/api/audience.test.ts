import { beforeAll, expect, test } from 'vitest';
import { expandNext } from '../../../src/fanout/expand.ts';
import { createApp } from '../../../src/http/app.tsx';
import { toPublication } from '../../advisory/journey.ts';
import { hirePeople, type People } from '../../advisory/people.ts';
import { type ApiVisitor, createApiVisitor } from '../../support/api-visitor.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { keyFor } from '../../support/sign-in.ts';

let hub: TestHub;
let people: People;
let fatima: ApiVisitor;
let dewi: ApiVisitor;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  const app = createApp(() => hub);
  fatima = await createApiVisitor(app, await keyFor(hub, people.fatima));
  dewi = await createApiVisitor(app, await keyFor(hub, people.dewi));
});

const seen = (answer: { headers: Headers }) => ({ 'If-Match': answer.headers.get('etag') ?? '' });
const water = { name: 'Drinkwater', kind: 'vital provider', sector: 'water' };

test('an organisation with its people is entered, changed by who saw it, read by all, removed', async () => {
  const made = await fatima.post('/organisations', water);
  expect(made.status).toBe(201);
  const at = `/organisations/${made.body.id}`;
  expect((await dewi.get(at)).body).toEqual(made.body);
  expect((await dewi.post('/organisations', water)).status).toBe(403);
  expect((await fatima.post('/organisations', water)).status).toBe(409);
  const wrong = await fatima.post('/organisations', { name: '', kind: 'shop', colour: 'red' });
  expect(wrong.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
    'colour',
    'kind',
    'name',
  ]);
  expect((await fatima.patch(at, { sector: null })).status).toBe(428);
  const changed = await fatima.patch(at, { sector: 'energy' }, seen(made));
  expect(changed.body).toMatchObject({ name: 'Drinkwater', sector: 'energy' });
  expect((await fatima.patch(at, { sector: 'late' }, seen(made))).status).toBe(412);
  const nobody = await fatima.post('/organisations', { ...water, name: 'X', parentId: 999_999 });
  expect(nobody.body.errors).toMatchObject([{ path: 'parentId' }]);

  const contact = await fatima.post('/contacts', {
    name: 'Karim',
    organisations: [{ organisationId: made.body.id, role: 'CISO' }],
    addresses: [{ channel: 'email', target: 'karim@example.nl', verified: true }],
  });
  expect(contact.body.organisations).toMatchObject([{ name: 'Drinkwater', phoneOrder: 1 }]);
  const listed = await dewi.get('/organisations?search=drink&unreachable=false');
  expect(listed.body.items).toMatchObject([{ contacts: 1, workingAddresses: 1 }]);
  const removed = await fatima.remove(at, seen(changed));
  expect(removed.body).toMatchObject({ contacts: 1, idle: 1 });
  expect((await dewi.get('/organisations')).body.items).toEqual([]);
  expect((await fatima.post(`${at}/restoration`)).body.removedAt).toBeNull();
});

test('a contact gets roles and addresses, which go out of use and come back', async () => {
  const { body: gas } = await fatima.post('/organisations', { ...water, name: 'Gas' });
  const made = await fatima.post('/contacts', {
    name: 'Shared SOC',
    functional: true,
    organisations: [{ organisationId: gas.id, role: 'SOC' }],
  });
  const at = `/contacts/${made.body.id}`;
  const duty = { organisationId: gas.id, role: 'CISO', phoneOrder: 2 };
  expect((await fatima.post(`${at}/organisations`, duty)).body.organisations).toHaveLength(2);
  expect((await fatima.patch(at, { language: 'en' }, seen(made))).status).toBe(412);
  const now = await fatima.get(at);
  const unlinked = await fatima.remove(`${at}/organisations/${gas.id}?role=CISO`, seen(now));
  expect(unlinked.body.organisations).toMatchObject([{ role: 'SOC' }]);

  const bad = { channel: 'email', target: 'nowhere' };
  const refused = await fatima.post(`${at}/addresses`, bad);
  expect(refused.body.errors).toMatchObject([{ path: 'target' }]);
  for (const target of ['@shared_soc', '0', 'chat']) {
    const answer = await fatima.post(`${at}/addresses`, { channel: 'telegram', target });
    expect(answer.body.errors).toMatchObject([{ path: 'target' }]);
  }
  const added = await fatima.post(`${at}/addresses`, { ...bad, target: 'soc@example.nl' });
  const address = `/addresses/${added.body.id}`;
  const verified = await fatima.patch(address, { verified: true }, seen(added));
  expect(verified.body.verifiedAt).not.toBeNull();
  const reason = { reason: 'the mailbox is full' };
  const out = await fatima.post(`${address}/disablement`, reason);
  expect(out.body.disabledReason).toBe(reason.reason);
  const broken = await dewi.get('/addresses?state=disabled');
  expect(broken.body.items).toEqual([out.body]);
  expect((await fatima.remove(`${address}/disablement`)).body.disabledAt).toBeNull();
  expect((await dewi.get(`/contacts?organisationId=${gas.id}&role=SOC`)).body.items).toHaveLength(
    1,
  );
  expect((await fatima.remove(at, seen(await fatima.get(at)))).body).toEqual({ advisories: 0 });
  expect((await fatima.get('/contacts?removed=true')).body.items).toMatchObject([
    { name: 'Shared SOC' },
  ]);
  expect((await fatima.post(`${at}/restoration`)).status).toBe(200);
});

test('audiences and the policy are a table that is changed, ordered and ended', async () => {
  const selection = { kinds: ['vital provider'] };
  const draft = { name: 'vital', selection, tlpCeiling: 'RED' };
  const made = await fatima.post('/audiences', draft);
  const at = `/audiences/${made.body.id}`;
  expect((await dewi.get(`${at}/members?limit=1`)).body).toMatchObject({
    items: [{ name: 'Drinkwater' }],
    nextCursor: expect.any(String),
  });
  expect((await dewi.post('/audience-previews', { selection })).body).toEqual({ members: 2 });
  const changed = await fatima.patch(at, { tlpCeiling: 'AMBER' }, seen(made));
  expect(changed.body).toMatchObject({ name: 'vital', tlpCeiling: 'AMBER' });
  const line = { audienceId: made.body.id, channelRule: 'every' };
  const first = await fatima.post('/policy-lines', line);
  const second = await fatima.post('/policy-lines', { ...line, risks: ['H/H'] });
  expect([first.body.position, second.body.position]).toEqual([1, 2]);
  expect((await fatima.remove(at, seen(changed))).status).toBe(409);
  const request = { requestKind: 'acknowledge', deadlineMinutes: 60 };
  const next = await fatima.patch(`/policy-lines/${first.body.id}`, request, seen(first));
  expect(next.body).toMatchObject({ ...request, position: 1 });
  expect((await fatima.get(`/policy-lines/${first.body.id}`)).body.endedAt).not.toBeNull();
  const policyLineIds = [second.body.id, next.body.id];
  const policy = await dewi.get('/policy-lines');
  const ordered = await fatima.put('/policy-order', { policyLineIds }, seen(policy));
  expect(ordered.body.items.map(({ id }: { id: number }) => id)).toEqual(policyLineIds);
  const others = { policyLineIds: [next.body.id] };
  expect((await fatima.put('/policy-order', others, seen(ordered))).status).toBe(412);
  const listed = await dewi.get('/audiences');
  expect(listed.body.items).toMatchObject([{ members: 2, policyPositions: [1, 2] }]);
  const spare = await fatima.post('/audiences', { ...draft, name: 'spare' });
  expect((await fatima.remove(`/audiences/${spare.body.id}`, seen(spare))).status).toBe(204);
  const end = await fatima.get(`/policy-lines/${second.body.id}`);
  expect((await fatima.remove(`/policy-lines/${second.body.id}`, seen(end))).status).toBe(204);
  expect((await dewi.get('/policy-lines')).body.items).toMatchObject([{ position: 2 }]);
});

test('what an organisation was told and answered; who was taken off an advisory', async () => {
  const version = await toPublication(hub, people);
  await expandNext(hub);
  const [{ id }] = (await dewi.get('/organisations?search=drinkwater')).body.items;
  const told = await dewi.get(`/organisations/${id}/dispatches`);
  expect(told.body.items).toMatchObject([
    { number: '1.00', open: 1, requestKind: 'acknowledge', choice: null },
  ]);
  const [address] = (await dewi.get('/addresses?search=karim')).body.items;
  const at = `/advisories/${told.body.items[0].trackingId}/removals`;
  const removal = { addressId: address.id, reason: 'It runs none of this.' };
  expect((await dewi.post(at, removal)).status).toBe(204);
  expect((await dewi.post(at, removal)).status).toBe(409);
  expect((await dewi.post(at, { ...removal, addressId: 999_999 })).status).toBe(404);
  expect((await dewi.get('/removals')).body.items).toMatchObject([
    { reason: removal.reason, operatorId: people.dewi, contactId: address.contactId },
  ]);
  expect((await dewi.get('/removals?trackingId=NCSC-2001-0001')).body.items).toEqual([]);
  expect(version.ordinal).toBe(0);
});

test('software use is stated and ended; subscribers are counted, not named', async () => {
  const [{ id: organisationId }] = (await dewi.get('/organisations')).body.items;
  const use = { organisationId, vendor: 'Nettech', product: 'Poort' };
  const stated = await fatima.post('/software-uses', use);
  const at = `/software-uses/${stated.body.id}`;
  expect((await dewi.get('/software-uses?search=poort')).body.items).toEqual([stated.body]);
  expect((await fatima.remove(at, seen(stated))).body.endedAt).not.toBeNull();
  expect((await dewi.get('/software-uses?ended=true')).body.items).toHaveLength(1);
  await hub.sql`INSERT INTO subscriptions (language, created_at) VALUES ('nl', hub_now())`;
  expect((await dewi.get('/subscriptions?state=unconfirmed')).body.items).toMatchObject([
    { language: 'nl', channel: null },
  ]);
});

test('a CSV file is shown, applied once, and comes out as it went in', async () => {
  const csv = 'name;kind;sector\r\nKade;partner;ports\r\nDrinkwater;vital provider;water\r\n';
  const headers = { 'Content-Type': 'text/csv' };
  const send = (body: string) =>
    fatima.ask('POST', '/csv-imports?kind=organisations', { body, headers });
  const shown = await send(csv);
  expect(shown.body.counts).toMatchObject({ added: 1, changed: 1 });
  const { importId, digest } = shown.body;
  const apply = () => fatima.post(`/csv-imports/${importId}/application`, { digest });
  expect((await apply()).body.counts).toMatchObject({ added: 1, changed: 1 });
  expect((await apply()).status).toBe(409);
  const bad = await send('name;kind\r\nX;shop\r\n');
  expect(bad.body).toMatchObject({ importId: null, bad: { shown: [{ line: 2, column: 'kind' }] } });
  const out = await fatima.get('/csv-exports/organisations');
  expect(out.headers.get('content-type')).toMatch('text/csv');
  expect(out.body).toContain('Kade,partner,ports');
  expect((await dewi.get('/csv-exports/organisations')).status).toBe(403);
  expect((await send(out.body)).body.counts).toMatchObject({ added: 0, changed: 0, removed: 0 });
});

test('a public channel is added, read by all, removed and taken back', async () => {
  const draft = { name: 'NCSC', target: '@ncsc_nl', language: 'nl' };
  const made = await fatima.post('/public-channels', draft);
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toMatch(new RegExp(`/public-channels/${made.body.id}$`));
  expect((await fatima.post('/public-channels', { ...draft, target: '@NCSC_NL' })).status).toBe(
    409,
  );
  expect((await dewi.post('/public-channels', { ...draft, target: '@other' })).status).toBe(403);
  for (const target of ['ncsc_nl', '42', '@x', 'https://t.me/ncsc_nl']) {
    const wrong = await fatima.post('/public-channels', { ...draft, target, colour: 'red' });
    expect(wrong.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'colour',
      'target',
    ]);
  }
  const at = `/public-channels/${made.body.id}`;
  expect((await dewi.get('/public-channels')).body.items).toEqual([made.body]);
  expect((await dewi.remove(at)).status).toBe(403);
  expect((await fatima.remove(at)).status).toBe(204);
  for (const answer of [await dewi.get(at), await fatima.remove(at)])
    expect(answer.status).toBe(404);
  expect((await dewi.get('/public-channels')).body.items).toEqual([]);
  const again = await fatima.post('/public-channels', { ...draft, language: 'en' });
  expect(again.body).toEqual({ ...made.body, language: 'en' });
});
