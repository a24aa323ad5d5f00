import { formatOrdinal } from '../advisory/ordinal.ts';
import type { Sql } from '../database/connect.ts';

/** A dispatch that waits for somebody to resume or cancel it. */
export type Paused = { dispatchId: number; name: string; reason: string | null };

/** Every dispatch that is paused now, the most urgent first. */
export async function listPaused(sql: Sql): Promise<Paused[]> {
  const rows = await sql<
    { id: number; trackingId: string | null; ordinal: number | null; pausedReason: string | null }[]
  >`
    SELECT d.id, a.tracking_id, v.ordinal, d.paused_reason
    FROM dispatches d
    LEFT JOIN versions v   ON v.id = d.version_id
    LEFT JOIN advisories a ON a.id = v.advisory_id
    WHERE d.paused_at IS NOT NULL AND d.finished_at IS NULL AND d.stopped_at IS NULL
    ORDER BY d.priority, d.id`;
  return rows.map(({ id, trackingId, ordinal, pausedReason }) => ({
    dispatchId: id,
    name: trackingId === null ? `${id}` : `${trackingId} [${formatOrdinal(ordinal ?? 0)}]`,
    reason: pausedReason,
  }));
}
