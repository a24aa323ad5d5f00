import { beforeAll, expect, test } from 'vitest';
import { dropReasons } from '../../../src/acknowledgement/inbound/drop-reason.ts';
import { takeMail } from '../../../src/acknowledgement/inbound/take-mail.ts';
import { createApp } from '../../../src/http/app.tsx';
import { returnedMailWords } from '../../../templates/console/returned-mail/words.ts';
import { createApiVisitor } from '../../support/api-visitor.ts';
import { createAddress, createContact, createOrganisation } from '../../support/audience.ts';
import { ownAddress, replyFrom, reportOn } from '../../support/inbound.ts';
import { createDelivery, createDispatch, createIssue } from '../../support/ledger.ts';
import { keyFor } from '../../support/sign-in.ts';
import { type Console, openConsole } from './enter.ts';

let house: Console;
let deliveryId: number;
let dispatchId: number;
let contactId: number;
const target = 'karim@water.test';

/** Karim got a message; an answer of Joris from elsewhere, an absence message and a report came back. */
beforeAll(async () => {
  house = await openConsole();
  const { hub } = house;
  const organisationIds = [await createOrganisation(hub, { name: 'Waterbedrijf' })];
  contactId = await createContact(hub, { name: 'Karim', organisationIds });
  const addressId = await createAddress(hub, { contactId, target });
  dispatchId = await createDispatch(hub, { versionId: await createIssue(hub) });
  const sent = { dispatchId, contactId, addressId, organisationIds };
  deliveryId = await createDelivery(hub, sent);
  const bring = (purpose: 'bounce' | 'reply', sender: string, raw: string) => {
    const recipient = ownAddress(hub, purpose, deliveryId);
    return takeMail(hub, { recipient, sender, raw: Buffer.from(raw) });
  };
  const stranger = 'joris@elsewhere.test';
  await bring('reply', stranger, replyFrom(stranger, 'Ontvangen'));
  await bring('reply', target, replyFrom(target, 'Weg', ['Auto-Submitted: auto-replied']));
  await bring('reply', target, replyFrom(target, 'Dank, gezien'));
  await bring('bounce', '', reportOn({ target, action: 'delayed', status: '4.4.1' }));
  await takeMail(hub, { recipient: 'bounce+x@hub.test', sender: '', raw: Buffer.from('x') });
});

test('the duty officer sees why mail was not used, and on which message, but no address', async () => {
  const dewi = await house.enter(house.people.dewi);
  const { html } = await dewi.open('/console/returned-mail');
  for (const words of [
    'answered from another address',
    'automatic: it says so itself',
    'not to an address of ours',
    'Acknowledged',
    'Noted',
    `href="/console/contacts/${contactId}"`,
    `href="/console/dispatches/${dispatchId}"`,
    'Waterbedrijf',
  ])
    expect(html).toContain(words);
  expect(html).not.toContain('@');
});

test('an author has no business there', async () => {
  const anouk = await house.enter(house.people.anouk);
  expect((await anouk.open('/console/returned-mail')).status).toBe(403);
});

test('the API counts by day and lists what was dropped, page by page', async () => {
  const { hub, people } = house;
  const key = await keyFor(hub, people.dewi, ['duty officer']);
  const api = await createApiVisitor(
    createApp(() => hub),
    key,
  );
  const all = (await api.get('/inbound-counts')).body.items;
  expect(all).toHaveLength(5);
  expect(all).toContainEqual({
    day: (await hub.now()).toISOString().slice(0, 10),
    outcome: 'dropped',
    reason: 'from another address',
    messages: 1,
  });
  const first = (await api.get('/inbound-counts?limit=2')).body;
  const second = (await api.get(`/inbound-counts?limit=3&cursor=${first.nextCursor}`)).body;
  expect([...first.items, ...second.items]).toEqual(all);
  expect(second.nextCursor).toBeNull();

  const newest = (await api.get('/dropped-mails?limit=1')).body;
  expect(newest.items).toMatchObject([{ reason: 'not one of our addresses', deliveryId: null }]);
  const older = (await api.get(`/dropped-mails?cursor=${newest.nextCursor}`)).body;
  expect(older.items).toMatchObject([
    { reason: 'auto-submitted', deliveryId, contact: 'Karim', organisations: ['Waterbedrijf'] },
    { reason: 'from another address', dispatchId, trackingId: 'NCSC-2019-0979' },
  ]);
  expect(JSON.stringify(older)).not.toContain('@');
  expect((await api.get('/inbound-counts?cursor=x')).status).toBe(400);
});

test('every reason has its words', () => {
  for (const language of ['nl', 'en'] as const)
    expect(Object.keys(returnedMailWords[language].reasons).toSorted()).toEqual(
      dropReasons.toSorted(),
    );
});

test('no more than the newest 500 are kept', async () => {
  const { sql } = house.hub;
  await sql`SELECT setval(pg_get_serial_sequence('dropped_mails', 'id'), 502)`;
  await takeMail(house.hub, { recipient: 'nobody', sender: '', raw: Buffer.from('x') });
  const kept = await sql<{ id: number }[]>`SELECT id FROM dropped_mails ORDER BY id`;
  expect(kept.map(({ id }) => id)).toEqual([503]);
});
