import type { Sql } from '../database/connect.ts';

/** Totals of a dispatch, in deliveries. */
export type Progress = {
  dispatchId: number;
  open: number;
  sent: number;
  delivered: number;
  bounced: number;
  failed: number;
  cancelled: number;
  skipped: number;
};

/** The totals of dispatches, summed from their deltas: nothing counts the ledger while it is busy. */
export function listProgress(sql: Sql, dispatchIds: number[]) {
  return sql<Progress[]>`
    SELECT dispatch_id, sum(open)::int AS open, sum(sent)::int AS sent, sum(delivered)::int AS delivered,
           sum(bounced)::int AS bounced, sum(failed)::int AS failed, sum(cancelled)::int AS cancelled, sum(skipped)::int AS skipped
    FROM dispatch_deltas WHERE dispatch_id = ANY(${dispatchIds}::int[])
    GROUP BY dispatch_id ORDER BY dispatch_id`;
}
