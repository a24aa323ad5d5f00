import type { Sql } from '../database/connect.ts';
import { fallBack } from './fall-back.ts';
import { lockMoved, storable } from './settle.ts';

/** What a report says of a delivery that was sent. */
export type Late = { deliveryId: number; state: 'delivered' | 'bounced'; words: string };

/**
 * The one late move, from sent to delivered or bounced, in the transaction of whoever read the report: state, roll-ups,
 * totals and the audit row in one statement, in the shape of `settle` and with its order of locks. What bounced goes to
 * the contact's next address where the rule says so and no newer version has come. The promise is false, and nothing
 * changed, when the delivery was not in sent.
 */
export async function settleLate(sql: Sql, late: Late): Promise<boolean> {
  const moved = await write(sql, late);
  if (moved.length === 0) return false;
  if (late.state === 'bounced' && (await isCurrent(sql, late.deliveryId))) {
    await fallBack(sql, [late.deliveryId]);
    await sql`SELECT pg_notify('fanout', 'bounced')`;
  }
  return true;
}

function write(sql: Sql, { deliveryId, state, words }: Late) {
  return sql`
    WITH settled AS (
      UPDATE deliveries SET state = ${state}, detail = ${storable(words)}, settled_at = hub_now()
      WHERE id = ${deliveryId} AND state = 'sent'
      RETURNING id, dispatch_id, channel, state, organisation_ids
    ), moved AS (
      SELECT s.dispatch_id, o.organisation_id, (s.state = 'delivered')::int AS delivered, (s.state = 'bounced')::int AS bounced
      FROM settled s CROSS JOIN LATERAL unnest(s.organisation_ids) AS o (organisation_id)
    ), ${lockMoved(sql)}, rolled AS (
      UPDATE organisation_dispatches r
      SET sent = r.sent - 1, delivered = r.delivered + m.delivered, bounced = r.bounced + m.bounced,
          -- Reached is sent or delivered and not bounced: whoever has nothing else is unreached from now on.
          reached_at = CASE WHEN r.sent - 1 + r.delivered + m.delivered > 0 OR ${tookItLater(sql)} THEN coalesce(r.reached_at, hub_now()) END
      FROM moved m JOIN locked l USING (dispatch_id, organisation_id)
      WHERE r.dispatch_id = m.dispatch_id AND r.organisation_id = m.organisation_id
    ), summed AS (
      INSERT INTO dispatch_deltas (dispatch_id, at, channel, sent, delivered, bounced)
      SELECT dispatch_id, hub_now(), channel, -1, (state = 'delivered')::int, (state = 'bounced')::int FROM settled
    ), audited AS (
      INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
      SELECT hub_now(), 'system', 'settle', 'dispatch:' || dispatch_id, state::text, 'report',
             jsonb_build_object('deliveries', jsonb_build_array(id))
      FROM settled
    )
    SELECT id FROM settled`;
}

/** Whether a machine of the organisation in `r` took what its owner asked for once more. */
const tookItLater = (sql: Sql) => sql`
            EXISTS (SELECT FROM replays t JOIN deliveries e ON e.id = t.delivery_id
                    WHERE t.sent AND e.dispatch_id = r.dispatch_id AND r.organisation_id = ANY(e.organisation_ids))`;

/** Whether nothing newer was said since: an older version is not sent to somebody for the first time. */
async function isCurrent(sql: Sql, deliveryId: number): Promise<boolean> {
  const newer = await sql`
    SELECT FROM deliveries d
    JOIN dispatches p ON p.id = d.dispatch_id
    JOIN versions v   ON v.id = p.version_id
    JOIN versions n   ON n.advisory_id = v.advisory_id AND n.ordinal > v.ordinal AND n.state = 'published'
    WHERE d.id = ${deliveryId} LIMIT 1`;
  return newer.length === 0;
}
