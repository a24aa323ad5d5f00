import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import type { Claimed } from '../../src/fanout/claim.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { reap } from '../../src/fanout/reap.ts';
import { settle } from '../../src/fanout/settle.ts';
import { verify } from '../../src/fanout/verify.ts';
import { addProviders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { claimSome, countStates, findDelivery, outcome } from './ledger.ts';

let hub: TestHub;
let claimed: Claimed[];

beforeEach(async () => {
  hub = await openTestHub();
  await addProviders(hub.sql, 4, { addressesEach: 2 });
  await publishFixture(hub.sql, { to: ['providers'], channelRule: 'preferred' });
  await expandNext(hub);
  claimed = await claimSome(hub, 10);
});

const first = () => claimed[0] as Claimed;

test('states, roll-ups and totals move together, with the words of the server', async () => {
  const [sent, refused, later, back] = claimed as [Claimed, Claimed, Claimed, Claimed];
  await settle(hub, [
    outcome(sent, { detail: '250 2.0.0 Ok: queued as 4FqT' }),
    outcome(refused, { state: 'failed', detail: '550 5.1.1 nobody here' }),
    outcome(later, { state: 'queued', detail: '451 later', delayMs: 60_000 }),
    outcome(back, { state: 'queued', released: true }),
  ]);
  expect(await findDelivery(hub, sent.target)).toMatchObject({
    state: 'sent',
    detail: '250 2.0.0 Ok: queued as 4FqT',
    attempts: 1,
    handedAt: expect.any(Date),
    leaseId: null,
  });
  expect(await findDelivery(hub, refused.target)).toMatchObject({
    state: 'failed',
    detail: '550 5.1.1 nobody here',
    handedAt: null,
  });
  const waiting = await findDelivery(hub, later.target);
  expect(waiting).toMatchObject({ state: 'queued', detail: '451 later', attempts: 1 });
  expect(waiting.waits).toBeGreaterThan(30);
  expect(await findDelivery(hub, back.target)).toMatchObject({ state: 'queued', attempts: 0 });
  expect(await verify(hub)).toEqual([]);
});

test('a preferred address that failed for good is followed by the next one of its owner', async () => {
  await settle(hub, [outcome(first(), { state: 'failed', detail: '550 5.1.1 nobody here' })]);
  const next = first().target.replace('.0@', '.1@');
  expect(await findDelivery(hub, next)).toMatchObject({ state: 'queued', attempts: 0 });
  const [again] = await claimSome(hub, 10);
  await settle(hub, [outcome(again as Claimed, { state: 'failed', detail: '550 5.1.1 neither' })]);
  expect(await countStates(hub)).toEqual({ failed: 2, sending: 3 });
  expect(await verify(hub)).toEqual([]);
});

test('a settle whose lease is somebody else’s changes nothing', async () => {
  await hub.sql`UPDATE deliveries SET leased_until = clock_timestamp() - interval '1 second' WHERE id = ${first().id}`;
  expect(await reap(hub)).toBe(1);
  expect(await findDelivery(hub, first().target)).toMatchObject({
    state: 'queued',
    detail: 'in doubt: the dispatcher went away',
    handedAt: expect.any(Date),
  });
  const [again] = await claimSome(hub, 10);
  const before = await findDelivery(hub, first().target);
  expect(await settle(hub, [outcome(first(), { state: 'failed', detail: 'too late' })])).toBe(0);
  expect(await settle(hub, [{ ...outcome(first(), {}), leaseId: randomUUID() }])).toBe(0);
  expect(await findDelivery(hub, first().target)).toMatchObject({
    ...before,
    waits: expect.anything(),
  });
  expect(await settle(hub, [outcome(again as Claimed, {})])).toBe(1);
  expect(await settle(hub, [outcome(again as Claimed, { state: 'failed' })])).toBe(0);
  expect(await verify(hub)).toEqual([]);
});

test('what is in doubt counts as got, whatever becomes of it', async () => {
  await settle(hub, [outcome(first(), { state: 'queued', inDoubt: true, delayMs: 1000 })]);
  const doubted = await findDelivery(hub, first().target);
  expect(doubted).toMatchObject({ state: 'queued', handedAt: expect.any(Date) });
  await hub.sql`UPDATE deliveries SET due_at = clock_timestamp() WHERE id = ${first().id}`;
  const [again] = await claimSome(hub, 10);
  await settle(hub, [outcome(again as Claimed, { state: 'failed' })]);
  expect(await findDelivery(hub, first().target)).toMatchObject({
    state: 'failed',
    handedAt: doubted.handedAt,
  });
});

test.each([
  ['a NUL', '550 5.1.1 no\0body', '550 5.1.1 no\uFFFDbody'],
  ['half a character', '550 \uD83D', '550 \uFFFD'],
  ['a character cut in half at the end', `${'x'.repeat(999)}😀`, `${'x'.repeat(999)}\uFFFD`],
])('words with %s are kept as far as they can be', async (_, said, kept) => {
  await settle(hub, [outcome(first(), { state: 'failed', detail: said })]);
  expect(await findDelivery(hub, first().target)).toMatchObject({ state: 'failed', detail: kept });
});

test('what is given back unbegun keeps the words of the try before', async () => {
  await settle(hub, [outcome(first(), { state: 'queued', detail: '451 greylisted' })]);
  const [again] = await claimSome(hub, 10);
  await settle(hub, [outcome(again as Claimed, { state: 'queued', released: true })]);
  expect(await findDelivery(hub, first().target)).toMatchObject({
    detail: '451 greylisted',
    attempts: 1,
  });
});
