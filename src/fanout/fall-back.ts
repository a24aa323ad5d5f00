import type { Tlp } from '../advisory/tlp.ts';
import type { Sql } from '../database/connect.ts';
import type { Dispatch } from './dispatch.ts';
import { lineFrom } from './line.ts';
import { findTopic } from './line-of-dispatch.ts';
import { recipients } from './recipients.ts';

/**
 * Queues the next address of each contact whose delivery failed for good or came back under the rule `preferred`: the same query
 * as the preview, over the addresses that this dispatch has not tried. A webhook was told beside the preferred address, so
 * nothing takes its place. Runs in the transaction that settles.
 */
export async function fallBack(sql: Sql, deliveryIds: number[]): Promise<void> {
  const dispatches = await sql<Dispatch[]>`
    SELECT DISTINCT p.* FROM dispatches p JOIN deliveries d ON d.dispatch_id = p.id
    WHERE d.id = ANY(${deliveryIds}::bigint[]) AND p.channel_rule = 'preferred' AND p.stopped_at IS NULL`;
  for (const dispatch of dispatches) await fallBackIn(sql, dispatch, deliveryIds);
}

/** The same wall as at expansion: what comes after it opens no more than the audience of its dispatch may hold. */
export async function findCeiling(sql: Sql, { audienceId }: Dispatch): Promise<Tlp | null> {
  const [audience] = await sql<{ tlpCeiling: Tlp }[]>`
    SELECT tlp_ceiling FROM audiences WHERE id = ${audienceId}`;
  return audience?.tlpCeiling ?? null;
}

async function fallBackIn(sql: Sql, dispatch: Dispatch, deliveryIds: number[]) {
  const { subject } = await findTopic(sql, dispatch);
  const failed = await sql<{ id: number }[]>`
    SELECT id FROM deliveries
    WHERE id = ANY(${deliveryIds}::bigint[]) AND dispatch_id = ${dispatch.id} AND state IN ('failed', 'bounced')
      AND address_id NOT IN (SELECT address_id FROM webhooks)`;
  const line = {
    ...lineFrom('fallback', 'fallback', failed),
    channelRule: dispatch.channelRule,
    pointerAbove: dispatch.pointerAbove,
    audienceCeiling: await findCeiling(sql, dispatch),
  };
  await sql`
    WITH added AS (
      INSERT INTO deliveries (dispatch_id, address_id, contact_id, organisation_ids, channel, lane, form, state)
      SELECT ${dispatch.id}, r.address_id, r.contact_id, r.organisation_ids, r.channel, r.lane, r.form, 'queued'
      FROM (${recipients(sql, subject, [line])}) r
      WHERE r.reason IS NULL
      ON CONFLICT DO NOTHING
      RETURNING dispatch_id, channel, organisation_ids
    ), opened AS (
      SELECT o.organisation_id, count(*) AS n
      FROM added a CROSS JOIN LATERAL unnest(a.organisation_ids) AS o (organisation_id) GROUP BY o.organisation_id
    ), reopened AS (
      -- A report comes when the dispatch may be over: what is added to it has to be claimed.
      UPDATE dispatches SET finished_at = NULL
      WHERE id = ${dispatch.id} AND finished_at IS NOT NULL AND EXISTS (SELECT FROM added)
    ), rolled AS (
      UPDATE organisation_dispatches r SET open = r.open + o.n
      FROM opened o WHERE r.dispatch_id = ${dispatch.id} AND r.organisation_id = o.organisation_id
    )
    INSERT INTO dispatch_deltas (dispatch_id, at, channel, open)
    SELECT dispatch_id, hub_now(), channel, count(*) FROM added GROUP BY dispatch_id, channel`;
}
