import { beforeEach, expect, test } from 'vitest';
import { publish as publishVersion } from '../../../src/advisory/publish.ts';
import { addAudience } from '../../../src/audience/audience.ts';
import { disableAddress } from '../../../src/audience/disable-address.ts';
import { addPolicyLine } from '../../../src/audience/policy-line.ts';
import { verify } from '../../../src/fanout/verify.ts';
import { toApproval, toPublication } from '../../advisory/journey.ts';
import { until, untilFinal } from '../../fanout/fan-out.ts';
import { createOrganisation } from '../../support/audience.ts';
import { type Publication, publishFixture } from '../../support/publication.ts';
import { withdrawIssue } from '../library.ts';
import { openPartner, type Stage } from './partner-stage.ts';

let stage: Stage;
let since: string;

beforeEach(async () => {
  stage = await openPartner();
  since = (await stage.hub.now()).toISOString();
});

/** Publishes, and waits until everybody was told or left out. */
async function publish(publication: Partial<Publication> = {}): Promise<number> {
  const { versionId } = await publishFixture(stage.hub.sql, { to: ['providers'], ...publication });
  await untilFinal(stage.hub);
  return versionId;
}

async function outOfUse() {
  const { hub, people, webhookId: addressId } = stage;
  await disableAddress(hub, { addressId, reason: 'moving house', operatorId: people.fatima });
}

const enable = () => stage.priya.remove(stage.path('disablement'));

async function recover(more: Record<string, unknown> = {}) {
  const { body } = await stage.priya.post(stage.path('recoveries'), { since, ...more });
  return body;
}

/** Everything that was asked for has arrived. */
const through = () =>
  until(async () => {
    const [open] = await stage.hub.sql`SELECT count(*) FROM replays WHERE sent IS NOT true`;
    expect(open?.count).toBe(0);
  });

/** Which advisories came, in order. */
const told = async () =>
  (await stage.came(stage.endpoint.at('/hook').length)).map(({ data }) => data.trackingId);

test('what an endpoint did not take comes back by recover, once, and then it was reached', async () => {
  const { hub, endpoint, priya, path, webhookId } = stage;
  endpoint.answer('/hook', { status: 410 });
  await publishFixture(hub.sql, { to: ['providers'] });
  await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ failed: 2 });
  expect(await stage.standing()).toEqual(['unreached', 'unreached']);
  endpoint.answer('/hook', { status: 204 });
  expect((await priya.post(path('recoveries'), { since })).status).toBe(409);
  expect((await enable()).body).toMatchObject({ disabledAt: null, disabledReason: null });
  const before = endpoint.at('/hook').length;
  expect(await recover()).toEqual({ deliveries: 2, more: false });
  await through();
  expect((await told()).slice(before)).toEqual(['NCSC-2020-0001', 'NCSC-2020-0002']);
  expect(await recover()).toEqual({ deliveries: 0, more: false });
  // They have it now: a withdrawal goes to who got it. What became of the delivery itself stays on record.
  const rows = await hub.sql`SELECT state, handed_at IS NOT NULL AS got FROM deliveries`;
  expect(rows).toEqual([
    { state: 'failed', got: true },
    { state: 'failed', got: true },
  ]);
  expect(await stage.standing()).toEqual(['reached']);
  expect(await verify(hub)).toEqual([]);
  const audited = await hub.sql<{ action: string }[]>`
    SELECT action FROM audit_entries WHERE object = ${`webhook:${webhookId}`} AND origin = 'api' ORDER BY id`;
  expect(audited.map(({ action }) => action)).toEqual(['add', 'enable', 'recover', 'recover']);
});

test('what came while it was out of use comes back, once each, the oldest first, within the time asked for', async () => {
  const { hub } = stage;
  await publish();
  await outOfUse();
  await publish();
  await publish({ tlp: 'AMBER' });
  const until = (await hub.now()).toISOString();
  await publish();
  await enable();
  expect(
    (await stage.priya.post(stage.path('recoveries'), { since: until, until: since })).status,
  ).toBe(400);
  expect(await recover({ until })).toEqual({ deliveries: 2, more: false });
  await through();
  expect(await told()).toEqual(['NCSC-2020-0001', 'NCSC-2020-0002', 'NCSC-2020-0003']);
  expect(await recover({ until })).toEqual({ deliveries: 0, more: false });
  expect(await recover({ since: until })).toEqual({ deliveries: 1, more: false });
  await through();
  expect((await told()).slice(3)).toEqual(['NCSC-2020-0004']);
  const rows =
    await hub.sql`SELECT state, form, handed_at IS NOT NULL AS got FROM deliveries ORDER BY id`;
  expect(rows.map(({ state }) => state)).toEqual(['sent', 'skipped', 'skipped', 'skipped']);
  expect(rows.every(({ got, form }) => got && form === 'full')).toBe(true);
  const [unreached] =
    await hub.sql`SELECT count(*) FROM organisation_dispatches WHERE reached_at IS NULL`;
  expect(unreached?.count).toBe(0);
  expect(await verify(hub)).toEqual([]);
});

test('it brings nothing that the filter or the ceiling kept out then, or keeps out now', async () => {
  const { hub, priya, webhookId, contactId } = stage;
  const change = async (wish: Record<string, unknown>) => {
    const { headers } = await priya.get(`/webhooks/${webhookId}`);
    const tag = { 'If-Match': headers.get('etag') ?? '' };
    expect((await priya.patch(`/webhooks/${webhookId}`, wish, tag)).status).toBe(200);
  };
  await change({ risks: ['H/H'], tlpCeiling: 'GREEN' });
  await outOfUse();
  await publish();
  await publish({ urgent: true, tlp: 'AMBER', pointerAbove: true });
  const withdrawn = await publish({ urgent: true });
  await publish({ urgent: true, tlp: 'GREEN' });
  await withdrawIssue(hub, withdrawn, 'wrong');
  await enable();
  // Wider now: what was kept out then stays out, but for the pointer that would have gone.
  await change({ risks: ['M/H'], tlpCeiling: 'AMBER' });
  expect(await recover()).toEqual({ deliveries: 0, more: false });
  await change({ risks: [], tlpCeiling: 'CLEAR' });
  expect(await recover()).toEqual({ deliveries: 1, more: false });
  await through();
  const [pointer] = await stage.came(1);
  expect(pointer).toMatchObject({ type: 'test.hub.semafoor.pointer' });
  expect(JSON.stringify(pointer)).not.toContain('NCSC-2020');
  await change({ tlpCeiling: 'GREEN' });
  // Nor to whom it is not for any more.
  await hub.sql`UPDATE contacts SET removed_at = hub_now() WHERE id = ${contactId}`;
  expect(await recover()).toEqual({ deliveries: 0, more: false });
  await hub.sql`UPDATE contacts SET removed_at = NULL WHERE id = ${contactId}`;
  await hub.sql`UPDATE audiences SET tlp_ceiling = 'CLEAR'`;
  expect(await recover()).toEqual({ deliveries: 0, more: false });
  await hub.sql`UPDATE audiences SET tlp_ceiling = 'RED'`;
  expect(await recover()).toEqual({ deliveries: 1, more: false });
  await through();
  expect((await stage.came(2))[1]?.data).toMatchObject({ trackingId: 'NCSC-2020-0004' });
});

test('what a shared desk missed comes back for the organisation whose machine it is', async () => {
  const { hub, contactId, organisationId } = stage;
  const water = await createOrganisation(hub, { name: 'Water' });
  await hub.sql`
    INSERT INTO contact_organisations (contact_id, organisation_id, role, phone_order)
    VALUES (${contactId}, ${water}, 'SOC', 1)`;
  await hub.sql`UPDATE organisations SET tlp_ceiling = 'GREEN' WHERE id = ${water}`;
  await outOfUse();
  await publish({ tlp: 'AMBER' });
  await enable();
  expect(await recover()).toEqual({ deliveries: 1, more: false });
  await through();
  const reached = await hub.sql`
    SELECT organisation_id FROM organisation_dispatches WHERE reached_at IS NOT NULL`;
  expect(reached).toEqual([{ organisationId }]);
  expect(await verify(hub)).toEqual([]);
});

/** Every publication goes to all vital providers. */
async function setPolicy() {
  const { hub, people } = stage;
  const operatorId = people.fatima;
  const selection = { kinds: ['vital provider' as const] };
  const all = { name: 'all', selection, tlpCeiling: 'RED' as const, operatorId };
  const audienceId = await addAudience(hub, all);
  await addPolicyLine(hub, { position: 1, audienceId, channelRule: 'every', operatorId });
}

test('what was corrected since comes as its correction alone, once that is published', async () => {
  const { hub, people } = stage;
  await setPolicy();
  await outOfUse();
  const { id, advisoryId } = await toPublication(hub, people);
  await untilFinal(hub);
  const correction = { advisoryId, change: 'correction', correctsVersionId: id } as const;
  const { id: versionId } = await toApproval(hub, people, correction);
  await enable();
  stage.endpoint.answer('/hook', { status: 410 });
  expect(await recover()).toEqual({ deliveries: 1, more: false });
  await until(async () =>
    expect(await stage.came(1)).toMatchObject([{ data: { version: '1.00' } }]),
  );
  stage.endpoint.answer('/hook', { status: 204 });
  await outOfUse();
  await publishVersion(hub, { versionId, operatorId: people.dewi });
  await untilFinal(hub);
  await enable();
  expect(await recover()).toEqual({ deliveries: 1, more: false });
  await until(async () =>
    expect((await stage.came(2))[1]).toMatchObject({
      type: 'test.hub.semafoor.correction',
      data: { version: '1.01' },
    }),
  );
});

test('what was corrected since comes too where the endpoint may have had it', async () => {
  const { hub, people } = stage;
  await setPolicy();
  stage.endpoint.answer('/hook', { status: 410 });
  const { id, advisoryId } = await toPublication(hub, people);
  expect(await untilFinal(hub)).toMatchObject({ failed: 1 });
  await hub.sql`UPDATE deliveries SET handed_at = hub_now()`;
  await toPublication(hub, people, { advisoryId, change: 'correction', correctsVersionId: id });
  await untilFinal(hub);
  stage.endpoint.answer('/hook', { status: 204 });
  await enable();
  expect(await recover()).toEqual({ deliveries: 2, more: false });
});

test('what an endpoint did not take before its webhook was made again comes back', async () => {
  const { hub, priya, webhookId, listen, endpoint } = stage;
  endpoint.answer('/hook', { status: 410 });
  await publish();
  const { headers } = await priya.get(`/webhooks/${webhookId}`);
  await priya.remove(`/webhooks/${webhookId}`, { 'If-Match': headers.get('etag') ?? '' });
  endpoint.answer('/hook', { status: 204 });
  expect((await listen()).webhookId).toBe(webhookId);
  expect(await recover()).toEqual({ deliveries: 1, more: false });
  const [row] = await hub.sql`SELECT state FROM deliveries`;
  expect(row).toEqual({ state: 'failed' });
});

test('what came before the webhook was made again is not its own', async () => {
  const { hub, priya, webhookId, listen } = stage;
  const { headers } = await priya.get(`/webhooks/${webhookId}`);
  await priya.remove(`/webhooks/${webhookId}`, { 'If-Match': headers.get('etag') ?? '' });
  await publish();
  expect((await listen()).webhookId).toBe(webhookId);
  expect(await recover()).toEqual({ deliveries: 0, more: false });
  const [row] = await hub.sql`SELECT state FROM deliveries`;
  expect(row).toEqual({ state: 'skipped' });
});

test('what came before the time asked for stays away, and what is on its way is not asked for again', async () => {
  const { hub, endpoint } = stage;
  await outOfUse();
  await publish();
  const later = (await hub.now()).toISOString();
  await publish();
  await enable();
  endpoint.answer('/hook', { status: 503 });
  expect(await recover({ since: later })).toEqual({ deliveries: 1, more: false });
  expect(await recover({ since: later })).toEqual({ deliveries: 0, more: false });
  await until(async () => expect(await told()).toContain('NCSC-2020-0002'));
  expect(await recover({ since: later })).toEqual({ deliveries: 0, more: false });
  expect(await told()).not.toContain('NCSC-2020-0001');
});

test('what would go in a narrower form today than it would have then stays away', async () => {
  const { hub } = stage;
  await outOfUse();
  await publish({ tlp: 'AMBER', pointerAbove: true });
  await enable();
  await hub.sql`UPDATE audiences SET tlp_ceiling = 'CLEAR'`;
  expect(await recover()).toEqual({ deliveries: 0, more: false });
  await hub.sql`UPDATE audiences SET tlp_ceiling = 'RED'`;
  expect(await recover()).toEqual({ deliveries: 1, more: false });
});

test('it goes by the ceiling of the audience that it was decided for, whatever others told the organisation', async () => {
  const { hub, organisationId } = stage;
  await outOfUse();
  await publish({ tlp: 'AMBER', to: ['readers', 'providers'] });
  await enable();
  await hub.sql`
    INSERT INTO organisation_dispatches (dispatch_id, organisation_id)
    SELECT d.id, ${organisationId} FROM dispatches d JOIN audiences a ON a.id = d.audience_id WHERE a.name = 'readers'`;
  await hub.sql`UPDATE audiences SET tlp_ceiling = CASE name WHEN 'readers' THEN 'RED' ELSE 'CLEAR' END::tlp`;
  expect(await recover()).toEqual({ deliveries: 0, more: false });
  await hub.sql`UPDATE audiences SET tlp_ceiling = CASE name WHEN 'readers' THEN 'CLEAR' ELSE 'RED' END::tlp`;
  expect(await recover()).toEqual({ deliveries: 1, more: false });
});
