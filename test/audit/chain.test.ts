import { expect, test } from 'vitest';
import { chain } from '../../src/audit/chain.ts';
import { verifyAudit } from '../../src/audit/verify.ts';
import { record } from '../../src/audit.ts';
import { openTestHub } from '../support/hub.ts';

const entry = { actor: 'system', action: 'expand', object: 'dispatch:1' };

test('an entry that its transaction takes back leaves nothing', async () => {
  const hub = await openTestHub();
  const failed = hub.sql.begin(async (sql) => {
    await record(sql, entry);
    throw new Error('taken back');
  });
  await expect(failed).rejects.toThrow('taken back');
  expect(await chain(hub)).toBe(0);
});

test('many batches, chained by several at once while others write, make one whole chain', async () => {
  const hub = await openTestHub();
  await hub.sql`
    INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
    SELECT hub_now(), 'system', 'settle', 'delivery:' || n, 'ok', 'hub', jsonb_build_object('n', n, 'x', 0.1)
    FROM generate_series(1, 12000) n`;
  const writing = Array.from({ length: 200 }, () => record(hub.sql, entry));
  await Promise.all([chain(hub), chain(hub), chain(hub), ...writing]);
  await chain(hub);
  expect(await verifyAudit(hub)).toMatchObject({ entries: 12_200, unchained: 0, findings: [] });
});

test('an entry that commits late takes its place at the end', async () => {
  const hub = await openTestHub();
  await hub.sql.begin(async (late) => {
    await record(late, { ...entry, object: 'late' });
    await record(hub.sql, { ...entry, object: 'early' });
    await chain(hub);
  });
  await chain(hub);
  const order = await hub.sql`SELECT object FROM audit_entries ORDER BY position`;
  expect(order.map(({ object }) => object)).toEqual(['early', 'late']);
  expect((await verifyAudit(hub)).findings).toEqual([]);
});

test('nothing but the chainer may touch an entry', async () => {
  const hub = await openTestHub();
  await record(hub.sql, entry);
  await chain(hub);
  const refusal = 'the audit trail never changes';
  await expect(hub.sql`UPDATE audit_entries SET actor = 'x'`).rejects.toThrow(refusal);
  await expect(hub.sql`UPDATE audit_entries SET position = 2`).rejects.toThrow(refusal);
  await expect(hub.sql`DELETE FROM audit_entries`).rejects.toThrow(refusal);
});
