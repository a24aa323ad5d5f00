import { expect, test } from 'vitest';
import { inventSecret } from '../../src/channel/webhook/sign.ts';
import { webhookOf } from '../../src/command/webhook.ts';
import type { Hub } from '../../src/hub.ts';
import { seal } from '../../src/operator/sealed.ts';
import { startFanout, untilFinal } from '../fanout/fan-out.ts';
import { createAddress, createContact, createOrganisation } from '../support/audience.ts';
import { type Endpoint, openEndpoint, opened } from '../support/endpoint.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';

const allowed = { webhookAllow: ['127.0.0.1'] };

/** A vital provider's machine that is told in full; the promise is the id of its address. */
async function subscribe(hub: Hub, target: string, secret: string) {
  const organisationId = await createOrganisation(hub, { name: 'Net' });
  const contactId = await createContact(hub, { name: 'SOC', organisationIds: [organisationId] });
  const addressId = await createAddress(hub, { contactId, channel: 'webhook', target });
  await hub.sql`
    INSERT INTO webhooks (address_id, organisation_id, form, secret)
    VALUES (${addressId}, ${organisationId}, 'full', ${await seal(hub, secret)})`;
  return addressId;
}

const attemptsOf = ({ sql }: Hub, addressId: number) => sql`
  SELECT status, answer FROM webhook_attempts WHERE address_id = ${addressId} ORDER BY id`;

async function stage(endpoint: Endpoint) {
  const hub = await openTestHub(allowed);
  const secret = inventSecret();
  const addressId = await subscribe(hub, endpoint.url('/hook'), secret);
  return { hub, secret, addressId };
}

test('a published version is posted with its CSAF document, and the try is kept', async () => {
  const endpoint = await openEndpoint();
  const { hub, secret, addressId } = await stage(endpoint);
  await startFanout(hub, webhookOf(hub));
  await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ sent: 1 });
  const event = opened(endpoint.at('/hook')[0], secret);
  expect(event.type).toBe('test.hub.semafoor.publication');
  expect(event.data.csaf.document.tracking.id).toBe('NCSC-2020-0001');
  expect(await attemptsOf(hub, addressId)).toEqual([{ status: 204, answer: '' }]);
});

test('410 puts the address out of use at once', async () => {
  const endpoint = await openEndpoint();
  const { hub, addressId } = await stage(endpoint);
  endpoint.answer('/hook', { status: 410, body: 'moved away' });
  await startFanout(hub, webhookOf(hub));
  await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ failed: 1 });
  expect(await attemptsOf(hub, addressId)).toEqual([{ status: 410, answer: 'moved away' }]);
  const [address] = await hub.sql`SELECT disabled_reason FROM addresses WHERE id = ${addressId}`;
  expect(address).toEqual({ disabledReason: 'HTTP 410' });
  const tasks = await hub.sql`SELECT kind, address_id FROM tasks`;
  expect(tasks).toEqual([{ kind: 'webhook disabled', addressId }]);
});

test('nothing is posted to this machine unless the settings allow it', async () => {
  const endpoint = await openEndpoint();
  const hub = await openTestHub();
  await subscribe(hub, endpoint.url('/hook'), inventSecret());
  await startFanout(hub, webhookOf(hub));
  await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ failed: 1 });
  expect(endpoint.at('/hook')).toEqual([]);
});
