import type { Sql } from '../database/connect.ts';

/** An advisory that something was sent of lately, with what failed of it. */
export type Current = { advisoryId: number; trackingId: string; lost: number };

/** The advisories of which something is under way, or was sent in the last 30 days: ten at most, the newest first. */
export function listCurrent(sql: Sql) {
  return sql<Current[]>`
    WITH current AS (
      SELECT v.advisory_id, d.id FROM dispatches d JOIN versions v ON v.id = d.version_id
      WHERE d.finished_at IS NULL OR d.created_at > hub_now() - interval '30 days'
    )
    SELECT c.advisory_id, a.tracking_id, coalesce(sum(t.failed + t.bounced), 0)::int AS lost
    FROM current c
    JOIN advisories a ON a.id = c.advisory_id
    LEFT JOIN dispatch_deltas t ON t.dispatch_id = c.id
    GROUP BY c.advisory_id, a.tracking_id
    ORDER BY max(c.id) DESC
    LIMIT 10`;
}
