import { beforeEach, expect, test } from 'vitest';
import { maxUnsettled } from '../../src/fanout/settler.ts';
import { verify } from '../../src/fanout/verify.ts';
import { createThreads } from '../../src/threads.ts';
import { addProviders, addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { createTestChannel, type Reaction } from '../support/test-channel.ts';
import { startFanout, until, untilFinal } from './fan-out.ts';
import { countStates, dueNow, findDelivery } from './ledger.ts';

let hub: TestHub;

beforeEach(async () => {
  hub = await openTestHub();
});

test('two dispatchers share one ledger and nobody is told twice', async () => {
  const channels = [createTestChannel(), createTestChannel()] as const;
  await addReaders(hub.sql, 2000);
  await publishFixture(hub.sql, { to: ['readers'] });
  await Promise.all(channels.map((channel) => startFanout(hub, channel)));
  expect(await untilFinal(hub)).toEqual({ sent: 2000 });
  const [one, other] = channels.map((channel) => channel.arrived.map(({ target }) => target));
  expect(new Set([...(one ?? []), ...(other ?? [])]).size).toBe(2000);
  expect(one?.length).toBeGreaterThan(0);
  expect(other?.length).toBeGreaterThan(0);
  expect((one?.length ?? 0) + (other?.length ?? 0)).toBe(2000);
  expect(await verify(hub)).toEqual([]);
});

test('a destination that stalls holds up no other', async () => {
  const answer = Promise.withResolvers<void>();
  const channel = createTestChannel();
  await addReaders(hub.sql, 100);
  await hub.sql`UPDATE addresses SET lane = 'email:stalled' WHERE id <= 50`;
  for (let id = 1; id <= 50; id++)
    channel.react(`reader${id}@example.nl`, { until: answer.promise });
  await publishFixture(hub.sql, { to: ['readers'] });
  await startFanout(hub, channel);
  await until(async () => expect(await countStates(hub)).toMatchObject({ sent: 50 }));
  answer.resolve();
  expect(await untilFinal(hub)).toEqual({ sent: 100 });
});

test('places are kept free for Urgent, and it does not wait for the rest', async () => {
  const answer = Promise.withResolvers<void>();
  const channel = createTestChannel();
  await addReaders(hub.sql, 300);
  await addProviders(hub.sql, 5);
  channel.react('*', { until: answer.promise });
  for (let n = 1; n <= 5; n++) channel.react(`provider${n}.0@example.nl`, 'take');
  await publishFixture(hub.sql, { to: ['readers'] });
  await startFanout(hub, channel);
  await until(() => expect(channel.begun).toHaveLength(8));
  await publishFixture(hub.sql, { to: ['providers'], urgent: true });
  await until(() => expect(channel.arrived.filter(({ urgent }) => urgent)).toHaveLength(5));
  expect(channel.arrived).toHaveLength(5);
  answer.resolve();
  expect(await untilFinal(hub)).toEqual({ sent: 305 });
  expect(channel.most).toEqual({ total: 10, ordinary: 8 });
});

test('a dispatcher holds a second’s work and no more, of Urgent too', async () => {
  const answer = Promise.withResolvers<void>();
  const channel = createTestChannel();
  await addReaders(hub.sql, 3000);
  // Ten places and 30 ms each are at most 333 a second. Every answer is a chance to claim too much; then comes silence.
  channel.react('*', ...Array<Reaction>(100).fill({ after: 30 }), { until: answer.promise });
  await publishFixture(hub.sql, { to: ['readers'], urgent: true });
  await startFanout(hub, channel);
  await until(() => expect(channel.begun).toHaveLength(110));
  await until(async () => expect(await countStates(hub)).toMatchObject({ sent: 100 }));
  expect((await countStates(hub)).sending).toBeLessThanOrEqual(333 + 10);
  answer.resolve();
  expect(await untilFinal(hub)).toEqual({ sent: 3000 });
});

test.each([0, 20])(
  'no more are sent and unsettled than a kill may repeat, %i taken ahead',
  async (ahead) => {
    const places = { total: 10, urgent: 2, ahead };
    const channels = [createTestChannel({ places }), createTestChannel({ places })] as const;
    // Slow enough that whatever may be begun at once is begun before the first is taken.
    for (const channel of channels) channel.react('*', { after: 5 });
    await addReaders(hub.sql, 3000);
    await publishFixture(hub.sql, { to: ['readers'] });
    const unlock = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    await startFanout(hub, channels[0]);
    await until(() => expect(channels[0].begun.length).toBeGreaterThan(0));
    const lock = hub.sql.begin(async (sql) => {
      await sql`LOCK TABLE dispatch_deltas IN ACCESS EXCLUSIVE MODE`;
      locked.resolve();
      await unlock.promise;
    });
    await locked.promise;
    const [settled] = await hub.sql`SELECT count(*) FROM deliveries WHERE state = 'sent'`;
    const unsettled = () => channels[0].begun.length - settled?.count;
    await until(() => expect(unsettled()).toBeGreaterThanOrEqual(maxUnsettled));
    // The first can do no more; it has all the time that the second takes to come as far.
    await startFanout(hub, channels[1]);
    await until(() => expect(channels[1].begun.length).toBeGreaterThanOrEqual(maxUnsettled));
    for (const count of [unsettled(), channels[1].begun.length])
      expect(count).toBeLessThanOrEqual(maxUnsettled + channels[0].places.total);
    unlock.resolve();
    await lock;
    expect(await untilFinal(hub)).toEqual({ sent: 3000 });
    expect(channels[0].arrived.length + channels[1].arrived.length).toBe(3000);
  },
);

test('a dispatcher without the channel leaves the work to one that has it', async () => {
  await addReaders(hub.sql, 10);
  await publishFixture(hub.sql, { to: ['readers'] });
  await startFanout(hub, createTestChannel({ name: 'webhook' }));
  await until(async () => expect(await countStates(hub)).toEqual({ queued: 10 }));
  expect(await findDelivery(hub, 'reader1@example.nl')).toMatchObject({ attempts: 0 });
  await startFanout(hub, createTestChannel());
  expect(await untilFinal(hub)).toEqual({ sent: 10 });
});

test('a delivery whose thread breaks under it is told to nobody then, and to everybody once in the end', async () => {
  const channel = createTestChannel();
  const threads = createThreads<string, string>(
    new URL('../support/busy-thread.ts', import.meta.url),
    { count: 1, data: null, seconds: 60, megabytes: 32 },
  );
  const broken = new Set<string>();
  await addReaders(hub.sql, 100);
  await publishFixture(hub.sql, { to: ['readers'] });
  await startFanout(hub, {
    ...channel,
    async finish(segments, recipient) {
      const isFirst = recipient.target.endsWith('7@example.nl') && !broken.has(recipient.target);
      broken.add(recipient.target);
      await threads.ask(isFirst ? 'break' : 'who');
      return channel.finish(segments, recipient);
    },
    close: threads.close,
  });
  await until(async () => {
    const { sent = 0, queued = 0, sending = 0 } = await countStates(hub);
    expect({ all: sent + queued, sending }).toEqual({ all: 100, sending: 0 });
    expect(sent).toBeGreaterThan(0);
  });
  expect(await findDelivery(hub, 'reader7@example.nl')).toMatchObject({
    state: 'queued',
    attempts: 1,
    handedAt: null,
    detail: 'an internal error',
  });
  await dueNow(hub);
  expect(await untilFinal(hub)).toEqual({ sent: 100 });
  expect(new Set(channel.begun.map(({ target }) => target)).size).toBe(100);
  expect(channel.begun).toHaveLength(100);
});
