import { expect, test } from 'vitest';
import { expandNext } from '../../src/fanout/expand.ts';
import type { Outcome } from '../../src/fanout/settle.ts';
import { createSettler, maxUnsettled, worthASecond } from '../../src/fanout/settler.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
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

test('what one settle waits for does not hold up the next, once that is worth a second one', async () => {
  const hub = await openTestHub();
  await addReaders(hub.sql, 1 + worthASecond);
  await publishFixture(hub.sql, { to: ['readers'] });
  await expandNext(hub);
  const settler = createSettler(hub, () => {});
  const [first, ...others] = (await claimSome(hub, 1 + worthASecond)).map((one) =>
    outcomeFor(one, {}),
  );
  const last = others.pop();
  const unlock = Promise.withResolvers<void>();
  const locked = Promise.withResolvers<void>();
  const lock = hub.sql.begin(async (sql) => {
    await sql`SELECT FROM deliveries WHERE id = ${first?.deliveryId ?? 0} FOR UPDATE`;
    locked.resolve();
    await unlock.promise;
  });
  await locked.promise;
  settler.add(first as Outcome);
  await until(async () => expect(await waitingForLock(hub)).toBe(1));
  for (const outcome of others) settler.add(outcome);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await countStates(hub)).toEqual({ sending: 1 + worthASecond });
  settler.add(last as Outcome);
  await until(async () =>
    expect(await countStates(hub)).toEqual({ sending: 1, sent: worthASecond }),
  );
  expect(settler.isIdle()).toBe(false);
  unlock.resolve();
  await lock;
  await settler.drain();
  expect(await countStates(hub)).toEqual({ sent: 1 + worthASecond });
  expect(settler.isIdle()).toBe(true);
});

async function waitingForLock({ sql }: TestHub): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  return row.count;
}
