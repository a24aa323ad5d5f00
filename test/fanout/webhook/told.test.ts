import { beforeEach, expect, test } from 'vitest';
import { expandNext } from '../../../src/fanout/expand.ts';
import { fallBack } from '../../../src/fanout/fall-back.ts';
import { preview } from '../../../src/fanout/preview.ts';
import type { Filter } from '../../../src/fanout/webhook/filter.ts';
import type { Hub } from '../../../src/hub.ts';
import { createAddress, createContact, createOrganisation } from '../../support/audience.ts';
import { addVersion, approveWith, createVersion, setPolicy } from '../../support/decision.ts';
import { openTestHub } from '../../support/hub.ts';
import type { PolicyCase } from '../oracle.ts';

// The duty desk of Net has a mailbox, a second one, and a machine beside it; Kabel shares the desk.

let hub: Hub;
let net: number;
let desk: number;

const line: PolicyCase = {
  kinds: ['vital provider'],
  sectors: [],
  listed: [],
  affectedOnly: false,
  public: false,
  audienceCeiling: 'RED',
  roles: [],
  channelRule: 'preferred',
  pointerAbove: false,
};

beforeEach(async () => {
  hub = await openTestHub();
  await hub.sql`
    INSERT INTO operators (name, email, roles, created_at) VALUES ('Pieter', 'pieter@csirt.test', '{approver}', hub_now())`;
  net = await createOrganisation(hub, { name: 'Net' });
  const kabel = await createOrganisation(hub, { name: 'Kabel', kind: 'partner' });
  desk = await createContact(hub, { name: 'Wacht', organisationIds: [net, kabel] });
  await createAddress(hub, { contactId: desk, target: 'wacht@net.test' });
  await createAddress(hub, { contactId: desk, target: 'wacht2@net.test', preference: 1 });
  await setPolicy(hub, [line]);
});

async function listen(filter: Partial<Filter> = {}, tlpCeiling = 'RED') {
  const target = 'https://hooks.net.test/';
  const id = await createAddress(hub, { contactId: desk, channel: 'webhook', target });
  await hub.sql`UPDATE addresses SET tlp_ceiling = ${tlpCeiling} WHERE id = ${id}`;
  const { eventTypes = [], risks = [], products = [] } = filter;
  await hub.sql`
    INSERT INTO webhooks (address_id, organisation_id, form, secret, event_types, risks, products)
    VALUES (${id}, ${net}, 'thin', '', ${eventTypes}::text[], ${risks}::text[], ${hub.sql.json(products)})`;
  return id;
}

/** Publishes, and answers who was told and who was left out why; the preview saw as many. */
async function publish(versionId: number) {
  const seen = await preview(hub, { versionId, operatorId: 1 });
  const approvalId = await approveWith(hub, versionId, seen.previewId);
  await expandNext(hub);
  const rows = await hub.sql<{ target: string; detail: string | null }[]>`
    SELECT a.target, d.detail FROM deliveries d
    JOIN dispatches p ON p.id = d.dispatch_id JOIN addresses a ON a.id = d.address_id
    WHERE p.approval_id = ${approvalId} ORDER BY a.id`;
  expect(rows.filter(({ detail }) => detail === null)).toHaveLength(seen.addressCount);
  return rows.map(({ target, detail }) => (detail ? `${target}: ${detail}` : target));
}

const first = (tlp: 'AMBER' | 'GREEN' = 'AMBER', urgent = false) =>
  createVersion(hub, { tlp, urgent });
const machine = 'https://hooks.net.test/';
const unasked = `${machine}: the webhook does not ask for this`;

test('a machine is told beside the preferred address, and its death moves nobody', async () => {
  const webhookId = await listen();
  const { id } = await first();
  expect(await publish(id)).toEqual(['wacht@net.test', machine]);
  const [delivery] = await hub.sql<[{ id: number }]>`
    UPDATE deliveries SET state = 'failed' WHERE address_id = ${webhookId} RETURNING id`;
  await hub.sql.begin((sql) => fallBack(sql, [delivery.id]));
  const [counted] = await hub.sql`SELECT count(*) FROM deliveries`;
  expect(counted?.count).toBe(2);
});

test.each<[string, Partial<Filter>]>([
  ['event', { eventTypes: ['notice'] }],
  ['risk', { risks: ['H/H'] }],
  ['product', { products: [{ vendor: 'Elders', product: null }] }],
])('what its filter on %s leaves out stands in the record', async (_, filter) => {
  await listen(filter);
  expect(await publish((await first()).id)).toEqual(['wacht@net.test', unasked]);
});

test('a filter never drops a follower, and lets nobody follow what it left out', async () => {
  await listen({ risks: ['H/H'] });
  const urgent = await first('AMBER', true);
  expect(await publish(urgent.id)).toEqual(['wacht@net.test', machine]);
  await hub.sql`UPDATE deliveries SET state = 'sent', handed_at = hub_now()`;
  const lowered = {
    advisoryId: urgent.advisoryId,
    ordinal: 1,
    tlp: 'AMBER',
    urgent: false,
  } as const;
  expect(await publish((await addVersion(hub, lowered)).id)).toEqual(['wacht@net.test', machine]);

  const quiet = await first();
  expect(await publish(quiet.id)).toEqual(['wacht@net.test', unasked]);
  await hub.sql`UPDATE deliveries SET state = 'sent', handed_at = hub_now() WHERE state = 'queued'`;
  const second = { advisoryId: quiet.advisoryId, ordinal: 1, tlp: 'AMBER', urgent: false } as const;
  expect(await publish((await addVersion(hub, second)).id)).toEqual(['wacht@net.test', unasked]);
});

test('above its own ceiling it is told nothing', async () => {
  await listen({}, 'GREEN');
  expect(await publish((await first()).id)).toEqual([
    'wacht@net.test',
    `${machine}: above the ceiling for TLP:AMBER`,
  ]);
});

test('it is told nothing that is for another organisation of the same contact', async () => {
  await listen();
  await setPolicy(hub, [{ ...line, kinds: ['partner'] }]);
  expect(await publish((await first()).id)).toEqual([
    'wacht@net.test',
    `${machine}: the webhook is another organisation’s`,
  ]);
});

test('why it is left out is told of its own organisation, not of another that the same contact stood for', async () => {
  await listen();
  await setPolicy(hub, [{ ...line, kinds: ['vital provider', 'partner'] }]);
  const { id, advisoryId } = await first();
  expect(await publish(id)).toEqual(['wacht@net.test', machine]);
  await hub.sql`UPDATE deliveries SET state = 'sent', handed_at = hub_now()`;
  await hub.sql`UPDATE organisations SET removed_at = hub_now() WHERE id = ${net}`;
  await hub.sql`DELETE FROM contact_organisations WHERE contact_id = ${desk} AND organisation_id <> ${net}`;
  const second = { advisoryId, ordinal: 1, tlp: 'AMBER', urgent: false } as const;
  expect(await publish((await addVersion(hub, second)).id)).toContain(
    `${machine}: the organisation is no longer a target`,
  );
});
