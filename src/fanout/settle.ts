import { putOutOfUse } from '../audience/put-out-of-use.ts';
import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { fallBack } from './fall-back.ts';
import { openWebhookTasks } from './webhook/open-webhook-tasks.ts';

/** What became of a claimed delivery. */
export type Outcome = {
  deliveryId: number;
  leaseId: string;
  state: 'sent' | 'failed' | 'queued';
  /** The server's words; null leaves those of the try before. */
  detail: string | null;
  /** What the other side calls the message. */
  reference: string | null;
  /** The address leads nowhere any more (state failed). */
  gone: boolean;
  /** When it is tried again (state queued). */
  delayMs: number;
  /** The other side may have it. */
  inDoubt: boolean;
  /** It was never begun: the attempt does not count. */
  released: boolean;
};

type Settled = {
  id: number;
  addressId: number;
  dispatchId: number;
  state: Outcome['state'];
  contactId: number | null;
};

/**
 * Writes outcomes down: states, roll-ups, totals and the audit row in one statement, the next address of a contact
 * whose preferred one failed in the same transaction. An outcome whose lease has passed to somebody else changes
 * nothing. Roll-ups are locked in order, so that two settles, or a settle and an acknowledgement, never deadlock.
 */
export async function settle(hub: Hub, outcomes: Outcome[]): Promise<number> {
  // A statement is a transaction by itself, without the two round trips that begin and end one.
  if (!outcomes.some(({ state }) => state === 'failed'))
    return (await write(hub.sql, outcomes)).length;
  return hub.sql.begin(async (sql) => {
    const settled = await write(sql, outcomes);
    const gone = outcomes.filter((outcome) => outcome.gone);
    const dead = settled.flatMap(({ id, addressId }) => {
      const outcome = gone.find(({ deliveryId }) => deliveryId === id);
      return outcome ? [{ addressId, reason: outcome.detail ?? '' }] : [];
    });
    await putOutOfUse(sql, dead);
    await openWebhookTasks(sql, dead);
    const failed = settled.filter((row) => row.state === 'failed' && row.contactId !== null);
    if (failed.length > 0)
      await fallBack(
        sql,
        failed.map((row) => row.id),
      );
    return settled.length;
  });
}

/**
 * Found by the primary key, one probe per outcome: arrays are planned for few rows where jsonb is for a hundred, and a
 * lease is held only while sending, so that `state` is not asked for: the index of what is being sent is mostly dead
 * entries in the middle of a fan-out, and a plan that reads it costs more than everything else here.
 */
function write(sql: Sql, outcomes: Outcome[]) {
  const column = <K extends keyof Outcome>(name: K) => outcomes.map((outcome) => outcome[name]);
  return sql<Settled[]>`
    WITH outcome AS MATERIALIZED (
      SELECT * FROM unnest(${column('deliveryId')}::bigint[], ${column('leaseId')}::uuid[],
                           ${column('state')}::text[]::delivery_state[], ${column('detail').map(storable)}::text[],
                           ${column('delayMs')}::bigint[], ${column('inDoubt').map(Number)}::int[], ${column('released').map(Number)}::int[],
                           ${column('reference')}::text[])
        AS o (delivery_id, lease_id, state, detail, delay_ms, in_doubt, released, reference)
    ), settled AS (
      UPDATE deliveries d
      SET state = o.state, detail = coalesce(o.detail, d.detail), reference = coalesce(o.reference, d.reference),
          lease_id = NULL, leased_until = NULL,
          attempts   = d.attempts - o.released,
          due_at     = CASE WHEN o.state = 'queued' THEN clock_timestamp() + o.delay_ms * interval '1 millisecond' ELSE d.due_at END,
          handed_at  = CASE WHEN o.state = 'sent' OR o.in_doubt = 1 THEN coalesce(d.handed_at, ${once(sql)}) ELSE d.handed_at END,
          settled_at = CASE WHEN o.state <> 'queued' THEN ${once(sql)} END
      FROM outcome o
      WHERE d.id = o.delivery_id AND d.lease_id = o.lease_id
      RETURNING d.id, d.dispatch_id, d.address_id, d.channel, d.state, d.contact_id, d.organisation_ids
    ), ${countFinal(sql)}
    SELECT id, dispatch_id, address_id, state, contact_id FROM settled`;
}

/** The domain's time, asked for once per statement and not once per row. */
const once = (sql: Sql) => sql`(SELECT hub_now())`;

/** PostgreSQL takes neither NUL nor half a character, and a settle that fails for them would fail for ever. */
export function storable(words: string | null): string | null {
  return words?.slice(0, 1000).replaceAll('\0', '\uFFFD').toWellFormed() ?? null;
}

/** The roll-ups of `moved (dispatch_id, organisation_id)`, locked in the order that everybody keeps to. */
export const lockMoved = (sql: Sql) => sql`
    locked AS MATERIALIZED (
      SELECT r.dispatch_id, r.organisation_id FROM organisation_dispatches r
      WHERE (r.dispatch_id, r.organisation_id) IN (SELECT dispatch_id, organisation_id FROM moved)
      ORDER BY r.dispatch_id, r.organisation_id
      FOR UPDATE
    )`;

/**
 * The part that every statement shares which ends deliveries: from `settled (id, dispatch_id, channel, state,
 * organisation_ids)` it moves roll-ups and totals from open to the final states and leaves an audit row per dispatch.
 */
export function countFinal(sql: Sql) {
  return sql`
    final AS (SELECT * FROM settled WHERE state NOT IN ('queued', 'sending')),
    moved AS (
      SELECT f.dispatch_id, o.organisation_id, count(*) AS n,
             count(*) FILTER (WHERE state = 'sent')      AS sent,
             count(*) FILTER (WHERE state = 'failed')    AS failed,
             count(*) FILTER (WHERE state = 'cancelled') AS cancelled
      FROM final f CROSS JOIN LATERAL unnest(f.organisation_ids) AS o (organisation_id)
      GROUP BY f.dispatch_id, o.organisation_id
    ), ${lockMoved(sql)}, rolled AS (
      UPDATE organisation_dispatches r
      SET open = r.open - m.n, sent = r.sent + m.sent, failed = r.failed + m.failed, cancelled = r.cancelled + m.cancelled,
          reached_at = CASE WHEN m.sent > 0 THEN coalesce(r.reached_at, ${once(sql)}) ELSE r.reached_at END
      FROM moved m
      WHERE r.dispatch_id = m.dispatch_id AND r.organisation_id = m.organisation_id
        -- All are locked before the first is written. Joined to the locked rows each would be held against every other.
        AND (SELECT count(*) FROM locked) > 0
    ), summed AS (
      INSERT INTO dispatch_deltas (dispatch_id, at, channel, open, sent, failed, cancelled)
      SELECT dispatch_id, ${once(sql)}, channel, -count(*),
             count(*) FILTER (WHERE state = 'sent'),
             count(*) FILTER (WHERE state = 'failed'),
             count(*) FILTER (WHERE state = 'cancelled')
      FROM final GROUP BY dispatch_id, channel
    ), audited AS (
      INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
      SELECT ${once(sql)}, 'system', 'settle', 'dispatch:' || dispatch_id, state::text, 'fan-out',
             jsonb_build_object('deliveries', jsonb_agg(id ORDER BY id))
      FROM final GROUP BY dispatch_id, state
    )`;
}
