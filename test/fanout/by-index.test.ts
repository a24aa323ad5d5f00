import { expect, test } from 'vitest';
import type { Client } from '../../src/database/connect.ts';
import { listLanes } from '../../src/fanout/claim.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';

type Scans = { whole: number; byIndex: number };

/** A client that notes how its last transaction read the ledger. */
function watch(client: Client, scans: Scans[]): Client {
  const begin = (act: Parameters<Client['begin']>[1]) =>
    client.begin(async (sql) => {
      const result = await act(sql);
      scans.push(
        ...(await sql<Scans[]>`
          SELECT seq_scan::int AS whole, idx_scan::int AS by_index
          FROM pg_stat_xact_user_tables WHERE relname = 'deliveries'`),
      );
      return result;
    });
  return Object.assign(Object.create(client), { begin }) as Client;
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
  expect(scans).toEqual([{ whole: 0, byIndex: expect.any(Number) }]);
  expect(scans[0]?.byIndex).toBeGreaterThan(0);
});
