import { beforeEach, expect, test } from 'vitest';
import { listOpenTasks } from '../../../src/acknowledgement/list-tasks.ts';
import { addAudience } from '../../../src/audience/audience.ts';
import { dispatchByHand } from '../../../src/fanout/dispatch-by-hand.ts';
import { settleLate } from '../../../src/fanout/settle-late.ts';
import { verify } from '../../../src/fanout/verify.ts';
import { until, untilFinal } from '../../fanout/fan-out.ts';
import { createApiVisitor } from '../../support/api-visitor.ts';
import { opened } from '../../support/endpoint.ts';
import { publishFixture } from '../../support/publication.ts';
import { partnerKeyFor } from '../../support/sign-in.ts';
import { publishIssue, withdrawIssue } from '../library.ts';
import { openPartner, type Stage } from './partner-stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await openPartner();
});

/** The newest tries, once there are so many. */
const attempts = (count: number) =>
  until(async () => {
    const found = await stage.list('attempts');
    expect(found).toHaveLength(count);
    return found;
  });

/** One version that Net is told; the promise is the id of its delivery. */
async function tell(): Promise<number> {
  await publishFixture(stage.hub.sql, { to: ['providers'] });
  expect(await untilFinal(stage.hub)).toMatchObject({ sent: 1 });
  const [delivery] = await stage.list('deliveries');
  return delivery.id;
}

const replay = async (deliveryId: number, who = stage.priya) =>
  (await who.post(stage.path('replays'), { deliveryId })).status;

test('a test event comes signed, says nothing, and its outcome stands among the attempts', async () => {
  const { priya, stranger, path, came } = stage;
  expect((await stranger.post(path('tests'))).status).toBe(404);
  expect((await priya.post(path('tests'))).status).toBe(204);
  const [event] = await came(1);
  expect(event).toMatchObject({ type: 'test.hub.semafoor.test', data: {} });
  const [attempt] = (await attempts(1)) as [object];
  expect(attempt).toMatchObject({ deliveryId: null, status: 204, eventId: event?.id });
});

test('a secret that was replaced signs beside the new one for its time', async () => {
  const { priya, endpoint, secret, path, came } = stage;
  const { body } = await priya.post(path('secret'));
  await priya.post(path('tests'));
  await came(1);
  for (const known of [secret, body.secret]) opened(endpoint.at('/hook')[0], known);
});

test('what was sent is seen with its tries, and is sent once more under the same id', async () => {
  const { hub, endpoint, came, webhookId } = stage;
  const { versionId } = await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ sent: 1 });
  const [delivery] = await stage.list('deliveries');
  expect(delivery).toMatchObject({ trackingId: 'NCSC-2020-0001', version: '1.00', state: 'sent' });
  expect(await replay(delivery.id)).toBe(204);
  const [, again] = await came(2);
  const [first, second] = endpoint.at('/hook').map(({ headers }) => headers['webhook-id']);
  expect(second).toBe(first);
  expect(again?.data.deliveryId).toBe(delivery.id);
  await attempts(2);
  const [row] = await hub.sql`
    SELECT actor, detail FROM audit_entries WHERE action = 'replay' AND object = ${`webhook:${webhookId}`}`;
  expect(row).toMatchObject({
    actor: `organisation:${stage.organisationId}`,
    detail: { deliveries: [delivery.id], keyId: expect.any(Number) },
  });
  await withdrawIssue(hub, versionId, 'wrong');
  expect(await replay(delivery.id)).toBe(409);
});

test('one that waits already is not asked for twice, and none that never was to go', async () => {
  const { hub, endpoint } = stage;
  const deliveryId = await tell();
  endpoint.answer('/hook', 'silence');
  expect(await replay(deliveryId)).toBe(204);
  await until(() => expect(endpoint.at('/hook')).toHaveLength(2));
  expect(await replay(deliveryId)).toBe(204);
  const [waiting] = await hub.sql`SELECT count(*) FROM replays`;
  expect(waiting?.count).toBe(1);
  for (const state of ['queued', 'sending', 'skipped', 'cancelled']) {
    await hub.sql`UPDATE deliveries SET state = ${state}, due_at = 'infinity', leased_until = 'infinity'`;
    expect(await replay(deliveryId), state).toBe(409);
  }
  endpoint.cut();
});

test('nobody replays what went to somebody else, or to another webhook', async () => {
  const { priya, stranger, endpoint, listen } = stage;
  const deliveryId = await tell();
  expect(await replay(deliveryId, stranger)).toBe(404);
  const { webhookId } = await listen({ url: endpoint.url('/other') });
  expect((await priya.post(`/webhooks/${webhookId}/replays`, { deliveryId })).status).toBe(404);
});

test('nothing goes again that the organisation or the webhook may not be told any more', async () => {
  const { hub, people, priya, came, webhookId } = stage;
  const selection = { kinds: ['vital provider' as const] };
  const audience = { name: 'all', selection, tlpCeiling: 'RED' as const };
  const audienceId = await addAudience(hub, { ...audience, operatorId: people.fatima });
  const versionId = await publishIssue(hub, { trackingId: 'NCSC-1-A', tlp: 'AMBER' });
  const operatorId = people.dewi;
  await dispatchByHand(hub, { versionId, audienceId, reason: 'targeted alert', operatorId });
  expect(await untilFinal(hub)).toMatchObject({ sent: 1 });
  const [{ id: deliveryId }] = await stage.list('deliveries');
  const document = async (who = priya) => (await who.get(`/deliveries/${deliveryId}/csaf`)).status;
  expect(await document()).toBe(200);
  await hub.sql`UPDATE organisations SET tlp_ceiling = 'GREEN'`;
  expect(await replay(deliveryId)).toBe(409);
  expect(await document()).toBe(404);
  await hub.sql`UPDATE organisations SET tlp_ceiling = 'AMBER'`;
  await hub.sql`UPDATE addresses SET tlp_ceiling = 'GREEN' WHERE id = ${webhookId}`;
  expect(await replay(deliveryId)).toBe(409);
  await hub.sql`UPDATE addresses SET tlp_ceiling = 'AMBER' WHERE id = ${webhookId}`;
  expect(await replay(deliveryId)).toBe(204);
  await came(2);
  const green = await partnerKeyFor(hub, people.fatima, stage.organisationId, 'GREEN');
  expect(await document(await createApiVisitor(stage.app, green))).toBe(404);
});

test('a partner acknowledges by its key: it counts, for its organisation alone, and the key is on record', async () => {
  const { hub, priya, stranger, organisationId, other } = stage;
  const { dispatchIds } = await publishFixture(hub.sql, { to: ['providers'] });
  await untilFinal(hub);
  const [event] = await stage.came(1);
  const { deliveryId } = event?.data ?? {};
  const answer = { choice: 'acting', saidBy: 'Priya' };
  const to = `/deliveries/${deliveryId}/acknowledgement`;
  expect((await stranger.post(to, answer)).status).toBe(404);
  expect((await stranger.get(`/deliveries/${deliveryId}/csaf`)).status).toBe(404);
  // A message to a shared desk stands for both; an answer by a key for whose key it is.
  await hub.sql`UPDATE deliveries SET organisation_ids = ${[organisationId, other]}`;
  await hub.sql`
    INSERT INTO organisation_dispatches (organisation_id, dispatch_id, sent, reached_at)
    VALUES (${other}, ${dispatchIds[0] as number}, 1, hub_now())`;
  const said = await priya.post(to, answer);
  expect(said.body).toMatchObject({ organisationId, origin: 'api', suspicion: null, ...answer });
  const rolled = await hub.sql`
    SELECT choice FROM organisation_dispatches ORDER BY organisation_id = ${other}`;
  expect(rolled).toEqual([{ choice: 'acting' }, { choice: null }]);
  const kept = await hub.sql`SELECT organisation_id, provenance FROM acknowledgements`;
  const [key] = await hub.sql`SELECT id FROM api_keys WHERE organisation_id = ${organisationId}`;
  expect(kept).toEqual([{ organisationId, provenance: { keyId: key?.id } }]);
  const [row] = await hub.sql`
    SELECT origin FROM audit_entries WHERE action = 'acknowledge' AND detail->>'counted' = 'true'`;
  expect(row).toEqual({ origin: 'api' });
  const document = await priya.get(`/deliveries/${deliveryId}/csaf`);
  expect(document.body.document.tracking.id).toBe('NCSC-2020-0001');
});

test('what never left is answered by nobody', async () => {
  const { hub, priya } = stage;
  const deliveryId = await tell();
  await hub.sql`UPDATE deliveries SET state = 'cancelled', handed_at = NULL`;
  const answer = { choice: 'received' };
  expect((await priya.post(`/deliveries/${deliveryId}/acknowledgement`, answer)).status).toBe(404);
  expect((await priya.get(`/deliveries/${deliveryId}/csaf`)).status).toBe(404);
});

test('an endpoint that says it is gone is out of use at once, and a task says so', async () => {
  const { hub, endpoint, webhookId } = stage;
  endpoint.answer('/hook', { status: 410 });
  await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ failed: 1 });
  expect(await listOpenTasks(hub.sql, 10)).toMatchObject([
    { kind: 'webhook disabled', addressId: webhookId },
  ]);
  expect((await stage.priya.post(stage.path('tests'))).status).toBe(409);
});

/** A version that the machine did not take, and that its partner then asks for; the promise is what the replay came to. */
async function refuseAndReplay(status: number) {
  const { hub, endpoint, priya, path } = stage;
  endpoint.answer('/hook', { status: 410 });
  await publishFixture(hub.sql, { to: ['providers'] });
  expect(await untilFinal(hub)).toMatchObject({ failed: 1 });
  expect(await stage.standing()).toEqual(['unreached', 'unreached']);
  endpoint.answer('/hook', { status });
  await priya.remove(path('disablement'));
  const [{ id: deliveryId }] = await stage.list('deliveries');
  expect(await replay(deliveryId)).toBe(204);
  return until(async () => {
    const [ended] = await hub.sql`SELECT sent FROM replays WHERE ended_at IS NOT NULL`;
    expect(ended).toBeDefined();
    return ended?.sent;
  });
}

test('an organisation whose machine took a replay was reached, and stays so when its mail comes back', async () => {
  const { hub, organisationId } = stage;
  expect(await refuseAndReplay(204)).toBe(true);
  expect(await stage.standing()).toEqual(['reached']);
  expect(await verify(hub)).toEqual([]);
  const [{ id: deliveryId }] = await hub.sql<[{ id: number }]>`
    INSERT INTO deliveries (dispatch_id, address_id, organisation_ids, channel, lane, form, state)
    VALUES (1, 0, ${[organisationId]}, 'email', 'email', 'full', 'sent') RETURNING id`;
  await hub.sql`UPDATE organisation_dispatches SET sent = sent + 1`;
  await hub.sql.begin((sql) => settleLate(sql, { deliveryId, state: 'bounced', words: '550' }));
  expect(await stage.standing()).toEqual(['reached']);
  expect((await verify(hub)).filter(({ what }) => what === 'roll-up')).toEqual([]);
});

test('a replay that is refused reaches nobody, and a roll-up that says otherwise is found', async () => {
  const { hub } = stage;
  expect(await refuseAndReplay(410)).toBe(false);
  expect(await stage.standing()).toEqual(['unreached', 'unreached']);
  expect(await verify(hub)).toEqual([]);
  await hub.sql`UPDATE organisation_dispatches SET reached_at = hub_now()`;
  expect(await verify(hub)).toMatchObject([
    { what: 'roll-up', state: 'reached', recorded: 1, counted: 0 },
  ]);
});
