import type { Sql } from '../database/connect.ts';
import { listLanes } from './claim.ts';

/** Whether the fan-out has something to do this moment, Urgent and the rest apart. */
export type Due = { urgent: boolean; ordinary: boolean };

/**
 * What could be expanded, sent or swept now; what waits for its time, or is paused, is not due, nor is what goes by
 * channels that this process leaves to `others`.
 */
export async function findDue(sql: Sql, others: readonly string[] = []): Promise<Due> {
  const [all, [undone]] = await Promise.all([
    listLanes(sql),
    sql<[Due]>`
      SELECT coalesce(bool_or(priority = 0), false) AS urgent,
             coalesce(bool_or(priority > 0), false)
               OR EXISTS (SELECT FROM test_mails WHERE ended_at IS NULL AND leased_until IS NULL)
               OR EXISTS (SELECT FROM confirmations
                          WHERE ended_at IS NULL AND expires_at > clock_timestamp()
                            AND (leased_until IS NULL OR leased_until < clock_timestamp())) AS ordinary
      FROM dispatches
      WHERE finished_at IS NULL AND (expanded_at IS NULL OR stopped_at IS NOT NULL)`,
  ]);
  const lanes = all.filter(({ lane }) => !others.includes(lane.split(':', 1)[0] as string));
  return {
    urgent: undone.urgent || lanes.some(({ priority }) => priority === 0),
    ordinary: undone.ordinary || lanes.some(({ priority }) => priority > 0),
  };
}
