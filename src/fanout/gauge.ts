import type { Sql } from '../database/connect.ts';
import { queuedLanes } from './claim.ts';

/** Totals of the dispatches that are not at rest, by channel. */
export type Underway = {
  channel: string;
  open: number;
  sent: number;
  delivered: number;
  bounced: number;
  failed: number;
};

/** What of the queue could be sent now: its lanes, and for how long the oldest of it waits, in seconds of real time. */
export type Waiting = { urgent: boolean; lanes: number; oldestSeconds: number };

/** Summed from the deltas: nothing counts the ledger. */
export function gaugeUnderway(sql: Sql) {
  return sql<Underway[]>`
    SELECT channel, sum(open)::int AS open, sum(sent)::int AS sent, sum(delivered)::int AS delivered,
           sum(bounced)::int AS bounced, sum(failed)::int AS failed
    FROM dispatch_deltas
    WHERE dispatch_id IN (SELECT id FROM dispatches WHERE finished_at IS NULL) AND channel <> ''
    GROUP BY channel ORDER BY channel`;
}

/** One step in the index of the queue per lane of each open dispatch, however long the queue is. */
export function gaugeQueue(sql: Sql) {
  return sql<Waiting[]>`
    ${queuedLanes(sql)}
    SELECT s.priority = 0 AS urgent, count(DISTINCT s.lane)::int AS lanes,
           max(extract(epoch FROM clock_timestamp() - first.due_at))::float8 AS oldest_seconds
    FROM step s CROSS JOIN LATERAL (
      SELECT due_at FROM deliveries d
      WHERE d.dispatch_id = s.id AND d.lane = s.lane AND d.state = 'queued' AND d.due_at <= clock_timestamp()
      ORDER BY due_at LIMIT 1) first
    GROUP BY 1`;
}
