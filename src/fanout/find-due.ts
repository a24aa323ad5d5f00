import type { Client } from '../database/connect.ts';
import { listLanes } from './claim.ts';

/** Whether the fan-out has something to do this moment, Urgent and the rest apart. */
export type Due = { urgent: boolean; ordinary: boolean };

/**
 * What a process that sends by `channels` could expand, send or sweep now. What waits for its time or is paused is not
 * due, nor is what goes by a channel that it leaves to others.
 */
export async function findDue(sql: Client, channels: readonly string[]): Promise<Due> {
  const mails = channels.includes('email');
  const [all, [undone]] = await Promise.all([
    listLanes(sql),
    sql<[Due]>`
      SELECT coalesce(bool_or(priority = 0), false) AS urgent,
             coalesce(bool_or(priority > 0), false)
               OR ${mails} AND EXISTS (SELECT FROM test_mails WHERE ended_at IS NULL AND leased_until IS NULL)
               OR ${mails} AND EXISTS (SELECT FROM confirmations
                                       WHERE ended_at IS NULL AND expires_at > clock_timestamp()
                                         AND (leased_until IS NULL OR leased_until < clock_timestamp())) AS ordinary
      FROM dispatches
      WHERE finished_at IS NULL AND (expanded_at IS NULL OR stopped_at IS NOT NULL)`,
  ]);
  const lanes = all.filter(({ lane }) => channels.includes(lane.split(':', 1)[0] as string));
  return {
    urgent: undone.urgent || lanes.some(({ priority }) => priority === 0),
    ordinary: undone.ordinary || lanes.some(({ priority }) => priority > 0),
  };
}
