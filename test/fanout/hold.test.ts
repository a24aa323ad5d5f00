import { beforeEach, expect, test } from 'vitest';
import { cancel, pause, resume } from '../../src/fanout/hold.ts';
import { verify } from '../../src/fanout/verify.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { createTestChannel, type TestChannel } from '../support/test-channel.ts';
import { startFanout, until, untilFinal } from './fan-out.ts';
import { countStates } from './ledger.ts';

let hub: TestHub;
let channel: TestChannel;
let dispatchId: number;
const answer = () => Promise.withResolvers<void>();

/** 200 readers, of whom the first eight are on the wire and the dispatcher holds a second's work more. */
beforeEach(async () => {
  hub = await openTestHub();
  channel = createTestChannel();
  await addReaders(hub.sql, 200);
});

async function begin(gate: Promise<void>) {
  channel.react('*', { until: gate });
  const { dispatchIds } = await publishFixture(hub.sql, { to: ['readers'] });
  dispatchId = dispatchIds[0] as number;
  const fanout = await startFanout(hub, channel);
  await until(() => expect(channel.begun).toHaveLength(8));
  return fanout;
}

test('a paused dispatch claims nothing more; resumed it goes on to the end', async () => {
  const gate = answer();
  await begin(gate.promise);
  await pause(hub, { dispatchId, operatorId: 1, reason: 'wait for the minister' });
  await until(async () => expect(await countStates(hub)).toEqual({ sending: 8, queued: 192 }));
  gate.resolve();
  await until(async () => expect(await countStates(hub)).toEqual({ sent: 8, queued: 192 }));
  await resume(hub, { dispatchId, operatorId: 1 });
  expect(await untilFinal(hub)).toEqual({ sent: 200 });
  expect(channel.begun).toHaveLength(200);
});

test('cancelled: what is on the wire ends, the rest never goes, and every row says why', async () => {
  const gate = answer();
  await begin(gate.promise);
  await cancel(hub, { dispatchId, operatorId: 1, reason: 'the wrong audience' });
  await until(async () => expect((await countStates(hub)).sending).toBe(8));
  gate.resolve();
  expect(await untilFinal(hub)).toEqual({ sent: 8, cancelled: 192 });
  expect(channel.arrived).toHaveLength(8);
  const reasons = await hub.sql`SELECT DISTINCT detail FROM deliveries WHERE state = 'cancelled'`;
  expect(reasons).toEqual([{ detail: 'cancelled: the wrong audience' }]);
  expect(await verify(hub)).toEqual([]);
});

test('a superseded dispatch that nobody expanded yet stands in the record and sends nothing', async () => {
  await publishFixture(hub.sql, { to: ['readers'] });
  await hub.sql`UPDATE dispatches SET stopped_at = hub_now(), stopped_reason = 'superseded by 1.01'`;
  await startFanout(hub, channel);
  expect(await untilFinal(hub)).toEqual({ cancelled: 200 });
  expect(channel.begun).toEqual([]);
  expect(await verify(hub)).toEqual([]);
});

test('stopping finishes what is on the wire and gives the rest back untouched', async () => {
  const gate = answer();
  const fanout = await begin(gate.promise);
  const stopped = fanout.stop();
  gate.resolve();
  await stopped;
  expect(await countStates(hub)).toEqual({ sent: 8, queued: 192 });
  const tried =
    await hub.sql`SELECT DISTINCT attempts, detail FROM deliveries WHERE state = 'queued'`;
  expect(tried).toEqual([{ attempts: 0, detail: null }]);
  expect(await verify(hub)).toEqual([]);
});

test.each([
  ['pause', pause],
  ['cancel', cancel],
])('without a reason there is no %s', async (_, hold) => {
  const { dispatchIds } = await publishFixture(hub.sql, { to: ['readers'] });
  const held = { dispatchId: dispatchIds[0] as number, operatorId: 1, reason: ' ' };
  await expect(hold(hub, held)).rejects.toMatchObject({
    code: 'invalid',
    findings: [{ path: 'reason' }],
  });
  expect(await hub.sql`SELECT FROM audit_entries`).toHaveLength(0);
});
