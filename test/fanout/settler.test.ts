import { expect, test } from 'vitest';
import { expandNext } from '../../src/fanout/expand.ts';
import { createSettler, maxUnsettled } from '../../src/fanout/settler.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { until } from './fan-out.ts';
import { claimSome, countStates, outcome as outcomeFor } from './ledger.ts';

const outcome = {
  state: 'sent',
  detail: '250 taken',
  reference: null,
  gone: false,
  delayMs: 0,
  inDoubt: false,
  released: false,
} as const;

test('told to stop while the database is away, it gives up when the leases are over and says what that means', async () => {
  const hub = await openTestHub({ leaseSeconds: 1 });
  const settler = createSettler(hub, () => {});
  await hub.sql.end();
  settler.add({ ...outcome, deliveryId: 1, leaseId: '00000000-0000-4000-8000-000000000000' });
  await settler.drain();
  const said = hub.lines.map((line) => JSON.parse(line).msg);
  expect(said).toContain('they are kept and settled again');
  expect(said.at(-1)).toBe('not written before the end: these messages may go a second time');
});

test('an outcome that the database does not take holds up no other', async () => {
  const hub = await openTestHub({ leaseSeconds: 1 });
  await addReaders(hub.sql, 20);
  await publishFixture(hub.sql, { to: ['readers'] });
  await expandNext(hub);
  const settler = createSettler(hub, () => {});
  for (const [index, delivery] of (await claimSome(hub, 20)).entries())
    settler.add(outcomeFor(delivery, index === 7 ? { delayMs: Number.MAX_VALUE } : {}));
  await until(async () => expect(await countStates(hub)).toEqual({ sent: 19, sending: 1 }));
  await settler.drain();
});

test('what was taken ahead leaves once there is room, in the order in which it came', async () => {
  const hub = await openTestHub();
  await addReaders(hub.sql, maxUnsettled);
  await publishFixture(hub.sql, { to: ['readers'] });
  await expandNext(hub);
  const settler = createSettler(hub, () => {});
  const left: number[] = [];
  settler.whenRoom(() => left.push(1));
  expect(left).toEqual([1]);
  for (const delivery of await claimSome(hub, maxUnsettled)) settler.add(outcomeFor(delivery, {}));
  settler.whenRoom(() => left.push(2));
  settler.whenRoom(() => left.push(3));
  expect(left).toEqual([1]);
  await settler.drain();
  expect(left).toEqual([1, 2, 3]);
});
