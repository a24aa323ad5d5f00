import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { compareWithPreview } from './compare-with-preview.ts';
import type { Dispatch } from './dispatch.ts';
import type { Line } from './line.ts';
import { findTopic, lineOfDispatch } from './line-of-dispatch.ts';
import { openRollUps, openTotals } from './open-roll-ups.ts';
import { recipients } from './recipients.ts';

/**
 * Freezes the audience of the next decision that nobody has expanded: one INSERT … SELECT for all its dispatches, by
 * the very query that the preview ran. An advisory's decisions are expanded in order, since followers of a version
 * are read from the deliveries of the one before. `maxPriority` 0 expands Urgent only. The promise is the number of
 * deliveries, or null when nothing waits.
 */
export async function expandNext(
  hub: Hub,
  { maxPriority = 32_767 }: { maxPriority?: number } = {},
): Promise<number | null> {
  return hub.sql.begin(async (sql) => {
    const dispatches = await lockNext(sql, maxPriority);
    const first = dispatches[0];
    if (!first) return null;
    const topic = await findTopic(sql, first);
    const lines: Line[] = [];
    for (const dispatch of dispatches) lines.push(await lineOfDispatch(sql, dispatch, topic));
    const ids = dispatches.map((dispatch) => dispatch.id);
    const inserted = await sql`
      INSERT INTO deliveries (dispatch_id, address_id, contact_id, organisation_ids, channel, lane, form, state, settled_at, detail)
      SELECT l.dispatch_id, r.address_id, r.contact_id, r.organisation_ids, r.channel, r.lane, r.form,
             CASE WHEN r.reason IS NULL THEN 'queued' ELSE 'skipped' END::delivery_state,
             CASE WHEN r.reason IS NOT NULL THEN (SELECT hub_now()) END, r.reason
      FROM (${recipients(sql, topic.subject, lines)}) r
      JOIN unnest(${lines.map((line) => line.position)}::smallint[], ${ids}::int[]) AS l (position, dispatch_id)
        ON l.position = r.position`;
    await openRollUps(sql, lines);
    const counts = await openTotals(sql, ids);
    await compareWithPreview(sql, {
      approvalId: first.approvalId,
      ids,
      counts,
      urgent: topic.subject.urgent,
    });
    await record(sql, {
      actor: 'system',
      action: 'expand',
      object: `approval:${first.approvalId}`,
      detail: { dispatches: ids, deliveries: inserted.count },
    });
    await sql`SELECT pg_notify('fanout', 'expanded')`;
    return inserted.count;
  });
}

/**
 * The dispatches of the next decision to expand, locked; a decision on the same advisory that is still open goes first.
 * A decision is taken by its first dispatch: two processes that each held one of its dispatches would deadlock.
 * What is not expanded is not finished either: said so that the index of open dispatches serves.
 */
function lockNext(sql: Sql, maxPriority: number) {
  return sql<Dispatch[]>`
    WITH next AS (
      SELECT d.id, d.approval_id
      FROM dispatches d LEFT JOIN versions v ON v.id = d.version_id
      WHERE d.finished_at IS NULL AND d.expanded_at IS NULL AND d.priority <= ${maxPriority}
        AND NOT EXISTS (
          SELECT FROM dispatches e
          WHERE e.finished_at IS NULL AND e.expanded_at IS NULL AND e.approval_id = d.approval_id AND e.position < d.position)
        AND NOT EXISTS (
          SELECT FROM dispatches e JOIN versions w ON w.id = e.version_id
          WHERE e.finished_at IS NULL AND e.expanded_at IS NULL AND e.id < d.id AND e.approval_id <> d.approval_id
            AND w.advisory_id = v.advisory_id)
      ORDER BY d.priority, d.id
      LIMIT 1
      FOR UPDATE OF d SKIP LOCKED
    )
    SELECT d.* FROM dispatches d JOIN next n ON n.approval_id = d.approval_id
    WHERE d.expanded_at IS NULL
    ORDER BY d.position
    FOR UPDATE OF d`;
}
