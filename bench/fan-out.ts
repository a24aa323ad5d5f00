import { setTimeout as pause } from 'node:timers/promises';
import type { Hub } from '../src/hub.ts';
import { addProviders } from '../test/support/crowd.ts';
import { publishFixture } from '../test/support/publication.ts';

export type FanOut = { versionId: number; ms: number; firstMs: number };

/** Makes as many contacts of vital providers, each with an address. */
export async function invite({ sql }: Hub, mails: number): Promise<void> {
  await addProviders(sql, mails);
  await sql`VACUUM ANALYZE`;
}

/**
 * Publishes to all of them and waits for the last: ms from the commit of the publication until the last outcome stood
 * in the ledger, and until the first did, which is a little after the server took it.
 */
export async function fanOut({ sql }: Hub, description: string): Promise<FanOut> {
  await sql`CHECKPOINT`;
  const { versionId, dispatchIds } = await publishFixture(sql, { to: ['providers'], description });
  const [published] = await sql<[{ at: Date }]>`SELECT clock_timestamp() AS at`;
  for (;;) {
    const [open] = await sql<[{ deltas: number; open: number }]>`
      SELECT count(*) AS deltas, coalesce(sum(open), 0)::int AS open FROM dispatch_deltas WHERE dispatch_id = ANY(${dispatchIds})`;
    if (open.deltas > 0 && open.open === 0) break;
    await pause(50);
  }
  const [row] = await sql<[{ first: Date; last: Date; unsent: number }]>`
    SELECT min(handed_at) AS first, max(settled_at) AS last, count(*) FILTER (WHERE state <> 'sent') AS unsent
    FROM deliveries WHERE dispatch_id = ANY(${dispatchIds})`;
  if (row.unsent > 0) throw new Error(`${row.unsent} mails of version ${versionId} were not sent`);
  const since = (at: Date) => at.getTime() - published.at.getTime();
  return { versionId, ms: since(row.last), firstMs: since(row.first) };
}
