import type { Hub } from '../../hub.ts';
import { lockMoved, storable } from '../settle.ts';

/** What came of one try beside the ledger. */
export type Tried = {
  replayId: number;
  addressId: number;
  /** Null for a test event. */
  deliveryId: number | null;
  sent: boolean;
  /** The other side may have it. */
  handed: boolean;
  detail: string;
  /** In seconds, until it is tried again; null: it is over. */
  wait: number | null;
};

/**
 * Writes a try down, in one statement. The delivery keeps the state that it ended in; but whoever has it now follows the
 * advisory, and an organisation whose machine took it was reached. One that ended meanwhile, with its webhook, was sent all
 * the same.
 */
export async function endReplay({ sql }: Hub, tried: Tried): Promise<void> {
  const { replayId, deliveryId, sent, handed, detail, wait } = tried;
  await sql`
    WITH ended AS (
      UPDATE replays
      SET ended_at = coalesce(ended_at, CASE WHEN ${wait === null} THEN clock_timestamp() END), sent = ${sent}, detail = ${storable(detail)}
      WHERE id = ${replayId} AND (ended_at IS NULL OR ${sent})
    ), handed AS (
      UPDATE deliveries SET handed_at = hub_now() WHERE id = ${deliveryId} AND handed_at IS NULL AND ${handed}
    ), moved AS (
      SELECT d.dispatch_id, o.organisation_id
      FROM deliveries d CROSS JOIN LATERAL unnest(d.organisation_ids) AS o (organisation_id)
      WHERE d.id = ${deliveryId} AND ${sent}
    ), ${lockMoved(sql)}, reached AS (
      UPDATE organisation_dispatches r SET reached_at = hub_now()
      FROM locked l
      WHERE r.dispatch_id = l.dispatch_id AND r.organisation_id = l.organisation_id AND r.reached_at IS NULL
    )
    INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
    SELECT DISTINCT hub_now(), 'system', 'replay', 'dispatch:' || dispatch_id, 'sent', 'fan-out',
           jsonb_build_object('deliveries', jsonb_build_array(${deliveryId}::bigint))
    FROM moved`;
  if (!sent) await holdBack({ sql }, tried);
}

/** What waits for the same endpoint waits with it. */
async function holdBack({ sql }: Pick<Hub, 'sql'>, { addressId, wait }: Tried): Promise<void> {
  await sql`
    UPDATE replays SET due_at = greatest(due_at, clock_timestamp() + ${wait ?? 60} * interval '1 second')
    WHERE address_id = ${addressId} AND ended_at IS NULL`;
}
