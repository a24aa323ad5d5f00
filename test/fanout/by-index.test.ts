import { expect, test } from 'vitest';
import type { Client, Sql } from '../../src/database/connect.ts';
import { listLanes } from '../../src/fanout/claim.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { keepHouse } from '../../src/fanout/keep-house.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';

/** How often the ledger was read whole, by index, and how many rows the indexes led to. */
type Scans = { whole: number; byIndex: number; rows: number };

/** A client that notes how each of its transactions read the ledger. */
function watch(client: Client, scans: Scans[]): Client {
  const begin = (act: Parameters<Client['begin']>[1]) =>
    client.begin(async (sql) => {
      const before = await readScans(sql);
      const result = await act(sql);
      const after = await readScans(sql);
      scans.push({
        whole: after.whole - before.whole,
        byIndex: after.byIndex - before.byIndex,
        rows: after.rows - before.rows,
      });
      return result;
    });
  return Object.assign(Object.create(client), { begin }) as Client;
}

/** What this connection counted and has not reported yet. */
async function readScans(sql: Sql): Promise<Scans> {
  const [scans] = await sql<[Scans]>`
    SELECT seq_scan::int AS whole, idx_scan::int AS by_index, idx_tup_fetch::int AS rows
    FROM pg_stat_xact_user_tables WHERE relname = 'deliveries'`;
  return scans;
}

test('a round finds the lanes that have work by index, however small the ledger was when that was planned', async () => {
  const hub = await openTestHub();
  await addReaders(hub.sql, 3);
  await publishFixture(hub.sql, { to: ['readers'] });
  await expandNext(hub);
  await hub.sql`VACUUM ANALYZE deliveries`;
  const scans: Scans[] = [];
  const sql = watch(hub.sql, scans);
  expect(await listLanes(sql)).toEqual([{ lane: 'email', priority: 1 }]);
  expect(scans).toMatchObject([{ whole: 0 }]);
  expect(scans[0]?.byIndex).toBeGreaterThan(0);
});

test('a house is kept by index, however small the ledger was when that was planned: what was sent or waits is not read', async () => {
  const hub = await openTestHub();
  const scans: Scans[] = [];
  const watching = { ...hub, sql: watch(hub.sql, scans) };
  await addReaders(hub.sql, 300);
  await keepHouse(watching);
  for (const state of ['sent', 'queued']) {
    await publishFixture(hub.sql, { to: ['readers'] });
    await expandNext(hub);
    await hub.sql`UPDATE deliveries SET state = ${state}::delivery_state WHERE state = 'queued'`;
  }
  await hub.sql`
    UPDATE deliveries SET state = 'sending', leased_until = clock_timestamp() - interval '1 second'
    WHERE id IN (SELECT min(id) FROM deliveries GROUP BY dispatch_id)`;
  await keepHouse(watching);
  await keepHouse(watching);
  expect(scans).toHaveLength(9); // taking back, ending and closing, three times
  for (const { whole, rows } of scans)
    expect({ whole, few: rows < 30 }).toEqual({ whole: 0, few: true });
  const open = await hub.sql`SELECT count(*)::int AS queued FROM deliveries WHERE state = 'queued'`;
  expect(open).toEqual([{ queued: 301 }]);
});
