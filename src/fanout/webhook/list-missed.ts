import type { Form } from '../../audience/ceiling.ts';
import type { Sql } from '../../database/connect.ts';
import { missed } from './missed.ts';
import { narrowed } from './replayable.ts';

/** Something that a machine did not take. */
export type Missed = {
  id: number;
  dispatchId: number;
  state: 'failed' | 'skipped';
  /** In which form it would have gone. */
  form: Form;
};

/**
 * What an endpoint missed of what was decided within a time, the oldest first: nothing that was withdrawn, or corrected (the
 * correction is among them in its place), or that went meanwhile or is about to. An address may have been a webhook
 * before: of what was left out, only what came since this one was made; both are in real time.
 */
export function listMissed(
  sql: Sql,
  { webhookId, since, until }: { webhookId: number; since: Date; until: Date | null },
) {
  return sql<Missed[]>`
    SELECT d.id, d.dispatch_id, d.state, d.form
    FROM deliveries d
    JOIN dispatches t ON t.id = d.dispatch_id
    JOIN webhooks w   ON w.address_id = d.address_id
    WHERE d.address_id = ${webhookId} AND ${missed(sql)} AND NOT ${narrowed(sql)}
      AND (d.state = 'failed' OR d.due_at > w.created_at)
      AND t.created_at >= ${since} AND (${until}::timestamptz IS NULL OR t.created_at < ${until})
      AND NOT EXISTS (SELECT FROM replays r WHERE r.delivery_id = d.id AND (r.ended_at IS NULL OR r.sent))
      AND (d.handed_at IS NOT NULL
           OR NOT EXISTS (SELECT FROM versions v WHERE v.corrects_version_id = t.version_id AND v.state = 'published'))
    ORDER BY d.id`;
}
