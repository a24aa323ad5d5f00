import type { Sql } from '../database/connect.ts';
import type { Progress } from './progress.ts';

/** Totals of a dispatch by one channel, in deliveries. */
export type ChannelProgress = Progress & {
  channel: string;
  /** Deliveries that came to an end per second of domain time, over the last seconds. */
  rate: number;
};

/** Over how many seconds a rate is taken. */
const span = 10;

/**
 * The totals of dispatches by channel, summed from their deltas: nothing counts the ledger while it is busy. The rate
 * counts from the first message on, so that it is right from the first second.
 */
export function listChannelProgress(sql: Sql, dispatchIds: number[]) {
  return sql<ChannelProgress[]>`
    SELECT dispatch_id, channel, sum(open)::int AS open, sum(sent)::int AS sent, sum(delivered)::int AS delivered,
           sum(bounced)::int AS bounced, sum(failed)::int AS failed, sum(cancelled)::int AS cancelled, sum(skipped)::int AS skipped,
           coalesce(sum(sent + failed) FILTER (WHERE at > hub_now() - ${span} * interval '1 second'), 0)::float8
             / least(${span}, greatest(1, extract(epoch FROM hub_now() - min(at) FILTER (WHERE sent + failed > 0))))::float8 AS rate
    FROM dispatch_deltas WHERE dispatch_id = ANY(${dispatchIds}::int[])
    GROUP BY dispatch_id, channel ORDER BY dispatch_id, channel`;
}
