import { beforeEach, expect, test } from 'vitest';
import { verify } from '../../src/fanout/verify.ts';
import { addProviders, addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { createTestChannel, type TestChannel } from '../support/test-channel.ts';
import { startFanout, until, untilFinal } from './fan-out.ts';
import { dueNow, findDelivery } from './ledger.ts';

let hub: TestHub;
let channel: TestChannel;
const reader = 'reader1@example.nl';

beforeEach(async () => {
  hub = await openTestHub({ leaseSeconds: 2 });
  channel = createTestChannel();
  await addReaders(hub.sql, 12);
});

test('taken is sent, once each, with the words of the server', async () => {
  await publishFixture(hub.sql, { to: ['readers'] });
  await startFanout(hub, channel);
  expect(await untilFinal(hub)).toEqual({ sent: 12 });
  expect(await findDelivery(hub, reader)).toMatchObject({
    attempts: 1,
    detail: `250 2.0.0 taken for ${reader}`,
    handedAt: expect.any(Date),
  });
  expect(new Set(channel.begun.map(({ target }) => target)).size).toBe(12);
  expect(channel.begun).toHaveLength(12);
  expect(await verify(hub)).toEqual([]);
});

test('refused for good is failed, with the words of the server, and is not tried again', async () => {
  channel.react(reader, { refuse: '550 5.1.1 nobody here', as: { permanent: true } });
  await publishFixture(hub.sql, { to: ['readers'] });
  await startFanout(hub, channel);
  expect(await untilFinal(hub)).toEqual({ sent: 11, failed: 1 });
  expect(await findDelivery(hub, reader)).toMatchObject({
    detail: '550 5.1.1 nobody here',
    attempts: 1,
    handedAt: null,
  });
  expect(await verify(hub)).toEqual([]);
});

test('refused for now waits minutes; Urgent waits seconds, goes again with the same key and arrives', async () => {
  const greylisted = { refuse: '451 4.7.1 later', as: { permanent: false } };
  channel.react(reader, greylisted, greylisted, 'take');
  await publishFixture(hub.sql, { to: ['readers'] });
  await startFanout(hub, channel);
  await until(async () =>
    expect(await findDelivery(hub, reader)).toMatchObject({
      state: 'queued',
      attempts: 1,
      detail: '451 4.7.1 later',
      handedAt: null,
    }),
  );
  expect((await findDelivery(hub, reader)).waits).toBeGreaterThan(60);

  await hub.sql`UPDATE dispatches SET priority = 0`;
  await dueNow(hub);
  await until(async () =>
    expect(await findDelivery(hub, reader)).toMatchObject({ state: 'queued', attempts: 2 }),
  );
  expect((await findDelivery(hub, reader)).waits).toBeLessThan(11);
  await dueNow(hub);
  expect(await untilFinal(hub)).toEqual({ sent: 12 });
  expect(await findDelivery(hub, reader)).toMatchObject({ state: 'sent', attempts: 3 });
  const keys = channel.begun.filter(({ target }) => target === reader).map(({ key }) => key);
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

test('a server that asks for a longer wait gets it', async () => {
  channel.react(reader, { refuse: '421 busy', as: { permanent: false, retryAfter: 3600 } });
  await publishFixture(hub.sql, { to: ['readers'], urgent: true });
  await startFanout(hub, channel);
  await until(async () => expect((await findDelivery(hub, reader)).waits).toBeGreaterThan(3000));
});

test('dropped after the message is in doubt, and goes again with the same key', async () => {
  const dropped = { refuse: 'the connection was closed', as: { permanent: false, inDoubt: true } };
  channel.react(reader, dropped, 'take');
  await publishFixture(hub.sql, { to: ['readers'], urgent: true });
  await startFanout(hub, channel);
  await until(async () =>
    expect(await findDelivery(hub, reader)).toMatchObject({
      state: 'queued',
      handedAt: expect.any(Date),
    }),
  );
  await dueNow(hub);
  expect(await untilFinal(hub)).toEqual({ sent: 12 });
  const keys = channel.begun.filter(({ target }) => target === reader).map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('one that hangs is given up within its lease and in doubt, and nobody else takes it meanwhile', async () => {
  channel.react(reader, 'hang', 'take');
  await publishFixture(hub.sql, { to: ['readers'], urgent: true });
  await startFanout(hub, channel);
  await startFanout(hub, channel);
  await until(async () =>
    expect(await findDelivery(hub, reader)).toMatchObject({
      state: 'queued',
      detail: 'no answer in time',
      attempts: 1,
      handedAt: expect.any(Date),
    }),
  );
  await dueNow(hub);
  expect(await untilFinal(hub)).toEqual({ sent: 12 });
  expect(await findDelivery(hub, reader)).toMatchObject({ attempts: 2 });
});

test('a slow one is waited for', async () => {
  const answer = Promise.withResolvers<void>();
  channel.react(reader, { until: answer.promise });
  await publishFixture(hub.sql, { to: ['readers'] });
  await startFanout(hub, channel);
  await until(() => expect(channel.arrived).toHaveLength(11));
  expect(await findDelivery(hub, reader)).toMatchObject({ state: 'sending' });
  answer.resolve();
  expect(await untilFinal(hub)).toEqual({ sent: 12 });
});

test('a fault of ours is not the recipient’s: it is logged and tried again', async () => {
  channel.onBegin = ({ target }) => {
    if (target === reader && channel.begun.filter((b) => b.target === reader).length === 1)
      throw new TypeError('a bug');
  };
  await publishFixture(hub.sql, { to: ['readers'], urgent: true });
  await startFanout(hub, channel);
  await until(async () =>
    expect(await findDelivery(hub, reader)).toMatchObject({
      state: 'queued',
      detail: 'an internal error',
    }),
  );
  await dueNow(hub);
  expect(await untilFinal(hub)).toEqual({ sent: 12 });
  expect(await findDelivery(hub, reader)).toMatchObject({ attempts: 2 });
  expect(hub.lines.some((line) => line.includes('a bug'))).toBe(true);
});

test('a relay that is away costs nobody an attempt', async () => {
  const away = { refuse: 'connect ECONNREFUSED', as: { permanent: false, relay: true } };
  channel.react('*', away, away, away, 'take');
  await addProviders(hub.sql, 3);
  await publishFixture(hub.sql, { to: ['readers', 'providers'] });
  await startFanout(hub, channel);
  expect(await untilFinal(hub)).toEqual({ sent: 15 });
  const tries = await hub.sql`SELECT DISTINCT attempts FROM deliveries`;
  expect(tries.map((row) => row.attempts)).toEqual([1]);
  expect(await verify(hub)).toEqual([]);
});
