import { askByIndex } from '../database/by-index.ts';
import type { Client } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { countFinal } from './settle.ts';

/** How many deliveries one sweep ends: a transaction of well under a second. */
const batch = 5000;

/**
 * Ends what is still queued of stopped dispatches (cancelled, or superseded by a newer version), with the reason.
 * Claims ignore a stopped dispatch from the moment that it is stopped; this writes it down. The promise is how many.
 */
export async function sweep(hub: Hub): Promise<number> {
  const [counted] = await askByIndex(
    hub.sql,
    (sql) => sql<[{ count: number }]>`
    WITH doomed AS MATERIALIZED (
      SELECT d.id FROM dispatches p CROSS JOIN LATERAL (
        SELECT id FROM deliveries WHERE dispatch_id = p.id AND state = 'queued'
        ORDER BY lane LIMIT ${batch} FOR UPDATE SKIP LOCKED) d
      WHERE p.stopped_at IS NOT NULL AND p.finished_at IS NULL AND p.expanded_at IS NOT NULL
      LIMIT ${batch}
    ), settled AS (
      UPDATE deliveries d SET state = 'cancelled', detail = p.stopped_reason, settled_at = hub_now()
      FROM dispatches p WHERE p.id = d.dispatch_id AND d.id = ANY(ARRAY(SELECT id FROM doomed))
      RETURNING d.id, d.dispatch_id, d.channel, d.state, d.organisation_ids
    ), ${countFinal(sql)}
    SELECT count(*) FROM settled`,
  );
  return counted.count;
}

/**
 * Closes dispatches of which nothing is queued or sending any more; one that somebody decides about now waits a round.
 * A dispatch's queue is entered at its first lane, as by claims, and what is being sent is read once for all: to look for
 * either among the deliveries of a dispatch would read the whole ledger every second.
 */
export async function finish(client: Client): Promise<void> {
  await askByIndex(
    client,
    (sql) => sql`
    UPDATE dispatches SET finished_at = hub_now()
    WHERE id IN (
      SELECT id FROM dispatches p
      WHERE p.finished_at IS NULL AND p.expanded_at IS NOT NULL
        AND (SELECT min(lane) FROM deliveries WHERE dispatch_id = p.id AND state = 'queued') IS NULL
        AND p.id NOT IN (SELECT dispatch_id FROM deliveries WHERE state = 'sending')
      FOR UPDATE SKIP LOCKED)`,
  );
}
