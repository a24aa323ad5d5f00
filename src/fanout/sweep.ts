import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { countFinal } from './settle.ts';

/** How many deliveries one sweep ends: a transaction of well under a second. */
const batch = 5000;

/**
 * Ends what is still queued of stopped dispatches (cancelled, or superseded by a newer version), with the reason.
 * Claims ignore a stopped dispatch from the moment that it is stopped; this writes it down. The promise is how many.
 */
export async function sweep(hub: Hub): Promise<number> {
  const [counted] = await hub.sql<[{ count: number }]>`
    WITH doomed AS MATERIALIZED (
      SELECT d.id, p.stopped_reason FROM dispatches p CROSS JOIN LATERAL (
        SELECT id FROM deliveries WHERE dispatch_id = p.id AND state = 'queued'
        LIMIT ${batch} FOR UPDATE SKIP LOCKED) d
      WHERE p.stopped_at IS NOT NULL AND p.finished_at IS NULL AND p.expanded_at IS NOT NULL
      LIMIT ${batch}
    ), settled AS (
      UPDATE deliveries d SET state = 'cancelled', detail = doomed.stopped_reason, settled_at = hub_now()
      FROM doomed WHERE d.id = doomed.id
      RETURNING d.id, d.dispatch_id, d.channel, d.state, d.organisation_ids
    ), ${countFinal(hub.sql)}
    SELECT count(*) FROM settled`;
  return counted.count;
}

/** Closes dispatches of which nothing is queued or sending any more; one that somebody decides about now waits a round. */
export async function finish(sql: Sql): Promise<void> {
  await sql`
    UPDATE dispatches SET finished_at = hub_now()
    WHERE id IN (
      SELECT id FROM dispatches p
      WHERE p.finished_at IS NULL AND p.expanded_at IS NOT NULL
        AND NOT EXISTS (SELECT FROM deliveries WHERE dispatch_id = p.id AND state = 'queued')
        AND NOT EXISTS (SELECT FROM deliveries WHERE dispatch_id = p.id AND state = 'sending')
      FOR UPDATE SKIP LOCKED)`;
}
