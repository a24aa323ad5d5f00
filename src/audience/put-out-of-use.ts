import type { Sql } from '../database/connect.ts';
import { openTask } from '../task.ts';
import { mandatoryKinds } from './kind.ts';

/** An address of which the other side says that it leads nowhere any more, in its words. */
export type Dead = { addressId: number; reason: string };

/**
 * Takes addresses out of use that the hub found out about by itself, each once, with the reason that the preview and
 * the phone list show, and a task where the CSIRT must reach its owner by law. Part of the transaction in which it was
 * found out.
 */
export async function putOutOfUse(sql: Sql, dead: Dead[]): Promise<void> {
  if (dead.length === 0) return;
  const rows = dead.map(({ addressId, reason }) => ({ addressId, reason: reason.slice(0, 500) }));
  const mandatory = await sql<{ id: number; reason: string }[]>`
    WITH put AS (
      UPDATE addresses a SET disabled_at = hub_now(), disabled_reason = d.reason
      FROM jsonb_to_recordset(${sql.json(rows)}::jsonb) AS d ("addressId" int, reason text)
      WHERE a.id = d."addressId" AND a.disabled_at IS NULL
      RETURNING a.id, a.contact_id, a.channel, d.reason
    ), audited AS (
      INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
      SELECT hub_now(), 'system', 'disable', 'address:' || id, 'ok', 'fan-out', '{}' FROM put
    )
    SELECT put.id, put.reason FROM put
    WHERE put.channel <> 'webhook'
      AND EXISTS (SELECT FROM contact_organisations co JOIN organisations o ON o.id = co.organisation_id
                  WHERE co.contact_id = put.contact_id AND o.removed_at IS NULL
                    AND o.kind = ANY(${[...mandatoryKinds]}::kind[]))`;
  for (const { id: addressId, reason: detail } of mandatory)
    await openTask(sql, {
      kind: 'address stopped working',
      subject: `address:${addressId}`,
      addressId,
      detail,
    });
}
