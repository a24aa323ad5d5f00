import { beforeEach, expect, test } from 'vitest';
import { addAudience } from '../../../src/audience/audience.ts';
import { webhookOf } from '../../../src/command/webhook.ts';
import { dispatchByHand } from '../../../src/fanout/dispatch-by-hand.ts';
import { createApp } from '../../../src/http/app.tsx';
import { startFanout, until, untilFinal } from '../../fanout/fan-out.ts';
import { type ApiVisitor, createApiVisitor } from '../../support/api-visitor.ts';
import { createContact, createOperator, createOrganisation } from '../../support/audience.ts';
import { type Endpoint, openEndpoint, opened, type Posted } from '../../support/endpoint.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { publishFixture } from '../../support/publication.ts';
import { partnerKeyFor } from '../../support/sign-in.ts';
import { publishIssue, withdrawIssue } from '../library.ts';

let hub: TestHub;
let endpoint: Endpoint;
let priya: ApiVisitor;
let stranger: ApiVisitor;
let organisationId: number;
let fatima: number;
let webhookId: number;
let secret: string;

beforeEach(async () => {
  hub = await openTestHub({ webhookAllow: ['127.0.0.1'] });
  endpoint = await openEndpoint();
  const app = createApp(() => hub);
  fatima = await createOperator(hub, 'Fatima', ['administrator']);
  organisationId = await createOrganisation(hub, { name: 'Net' });
  const other = await createOrganisation(hub, { name: 'Kabel', kind: 'partner' });
  const contactId = await createContact(hub, { name: 'SOC', organisationIds: [organisationId] });
  priya = await createApiVisitor(app, await partnerKeyFor(hub, fatima, organisationId, 'AMBER'));
  stranger = await createApiVisitor(app, await partnerKeyFor(hub, fatima, other, 'AMBER'));
  const made = await priya.post('/webhooks', {
    contactId,
    url: endpoint.url('/hook'),
    form: 'full',
  });
  webhookId = made.body.webhook.id;
  secret = made.body.secret;
  await startFanout(hub, webhookOf(hub));
});

const path = (what: string) => `/webhooks/${webhookId}/${what}`;
const came = (count: number) =>
  until(() => {
    expect(endpoint.at('/hook')).toHaveLength(count);
    return endpoint.at('/hook');
  });
const list = async (what: string) => (await priya.get(path(what))).body.items;
/** The newest tries, once there are so many. */
const attempts = (count: number) =>
  until(async () => {
    const found = await list('attempts');
    expect(found).toHaveLength(count);
    return found;
  });

test('a test event comes signed, says nothing, and its outcome stands among the attempts', async () => {
  expect((await priya.post(path('tests'))).status).toBe(204);
  await came(1);
  const event = opened(endpoint.at('/hook')[0], secret);
  expect(event).toMatchObject({ type: 'test.hub.semafoor.test', data: {} });
  const [attempt] = (await attempts(1)) as [object];
  expect(attempt).toMatchObject({ deliveryId: null, status: 204, eventId: event.id });
});

test('a secret that was replaced signs beside the new one for its time', async () => {
  const { body } = await priya.post(path('secret'));
  await priya.post(path('tests'));
  await came(1);
  for (const known of [secret, body.secret]) opened(endpoint.at('/hook')[0], known);
});

test('what was sent is seen with its tries, and is sent once more under the same id', async () => {
  const { versionId } = await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ sent: 1 });
  const [delivery] = await list('deliveries');
  expect(delivery).toMatchObject({ trackingId: 'NCSC-2020-0001', version: '1.00', state: 'sent' });
  expect((await priya.post(path('replays'), { deliveryId: delivery.id })).status).toBe(204);
  const [first, again] = (await came(2)) as [
    { headers: Record<string, string> },
    { headers: Record<string, string> },
  ];
  expect(again.headers['webhook-id']).toBe(first.headers['webhook-id']);
  expect(opened(endpoint.at('/hook')[1], secret).data.deliveryId).toBe(delivery.id);
  await attempts(2);
  await withdrawIssue(hub, versionId, 'wrong');
  expect((await priya.post(path('replays'), { deliveryId: delivery.id })).status).toBe(409);
});

test('nothing goes again that the organisation may not be told any more', async () => {
  const selection = { kinds: ['vital provider' as const] };
  const audience = { name: 'all', selection, tlpCeiling: 'RED' as const, operatorId: fatima };
  const audienceId = await addAudience(hub, audience);
  const versionId = await publishIssue(hub, { trackingId: 'NCSC-1-A', tlp: 'AMBER' });
  const dewi = await createOperator(hub, 'Dewi');
  await dispatchByHand(hub, { versionId, audienceId, reason: 'targeted alert', operatorId: dewi });
  expect(await untilFinal(hub)).toMatchObject({ sent: 1 });
  const [{ id: deliveryId }] = await list('deliveries');
  await hub.sql`UPDATE organisations SET tlp_ceiling = 'GREEN'`;
  expect((await priya.post(path('replays'), { deliveryId })).status).toBe(409);
  expect((await priya.get(`/deliveries/${deliveryId}/csaf`)).status).toBe(404);
  await hub.sql`UPDATE organisations SET tlp_ceiling = 'AMBER'`;
  expect((await priya.post(path('replays'), { deliveryId })).status).toBe(204);
  await came(2);
});

test('what an endpoint did not take comes back by recover, once', async () => {
  const since = (await hub.now()).toISOString();
  endpoint.answer('/hook', { status: 410 });
  await publishFixture(hub.sql, { to: ['providers'] });
  await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ failed: 2 });
  endpoint.answer('/hook', { status: 204 });
  expect((await priya.post(path('recoveries'), { since })).status).toBe(409);
  const { body } = await priya.remove(path('disablement'));
  expect(body).toMatchObject({ disabledAt: null, disabledReason: null });
  const before = endpoint.at('/hook').length;
  const recovered = await priya.post(path('recoveries'), { since });
  expect(recovered.body).toEqual({ deliveries: 2, more: false });
  const all = (await came(before + 2)) as Posted[];
  expect(all.slice(-2).map((one) => opened(one, secret).data.trackingId)).toEqual([
    'NCSC-2020-0001',
    'NCSC-2020-0002',
  ]);
  await until(async () => {
    const [open] = await hub.sql`SELECT count(*) FROM replays WHERE NOT coalesce(sent, false)`;
    expect(open?.count).toBe(0);
  });
  expect((await priya.post(path('recoveries'), { since })).body.deliveries).toBe(0);
  // They have it now: a withdrawal goes to who got it.
  const [counted] = await hub.sql`SELECT count(*) FROM deliveries WHERE handed_at IS NULL`;
  expect(counted?.count).toBe(0);
  const rows = await hub.sql<{ action: string }[]>`
    SELECT action FROM audit_entries WHERE object = ${`webhook:${webhookId}`} AND origin = 'api' ORDER BY id`;
  expect(rows.map(({ action }) => action)).toEqual(['add', 'enable', 'recover', 'recover']);
});

test('a partner acknowledges by its key: it counts, for its organisation alone, and the key is on record', async () => {
  const { dispatchIds } = await publishFixture(hub.sql, { to: ['providers'] });
  await untilFinal(hub);
  const { deliveryId } = opened(endpoint.at('/hook')[0], secret).data;
  const answer = { choice: 'acting', saidBy: 'Priya' };
  const to = `/deliveries/${deliveryId}/acknowledgement`;
  expect((await stranger.post(to, answer)).status).toBe(404);
  const said = await priya.post(to, answer);
  expect(said.body).toMatchObject({ organisationId, origin: 'api', suspicion: null, ...answer });
  const [rolled] = await hub.sql`
    SELECT choice FROM organisation_dispatches
    WHERE dispatch_id = ${dispatchIds[0] as number} AND organisation_id = ${organisationId}`;
  expect(rolled).toEqual({ choice: 'acting' });
  const [kept] = await hub.sql`SELECT provenance FROM acknowledgements`;
  expect(kept?.provenance).toEqual({ keyId: expect.any(Number) });
  const [row] = await hub.sql`
    SELECT origin FROM audit_entries WHERE action = 'acknowledge' AND detail->>'counted' = 'true'`;
  expect(row).toEqual({ origin: 'api' });
  const document = await priya.get(`/deliveries/${deliveryId}/csaf`);
  expect(document.body.document.tracking.id).toBe('NCSC-2020-0001');
  expect((await stranger.get(`/deliveries/${deliveryId}/csaf`)).status).toBe(404);
});
