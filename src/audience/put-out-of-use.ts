import type { Sql } from '../database/connect.ts';

/** An address of which the other side says that it leads nowhere any more, in its words. */
export type Dead = { addressId: number; reason: string };

/**
 * Takes addresses out of use that the hub found out about by itself, each once, with the reason that the preview and
 * the phone list show. Part of the transaction in which it was found out.
 */
export async function putOutOfUse(sql: Sql, dead: Dead[]): Promise<void> {
  if (dead.length === 0) return;
  const rows = dead.map(({ addressId, reason }) => ({ addressId, reason: reason.slice(0, 500) }));
  await sql`
    WITH put AS (
      UPDATE addresses a SET disabled_at = hub_now(), disabled_reason = d.reason
      FROM jsonb_to_recordset(${sql.json(rows)}::jsonb) AS d ("addressId" int, reason text)
      WHERE a.id = d."addressId" AND a.disabled_at IS NULL
      RETURNING a.id
    )
    INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
    SELECT hub_now(), 'system', 'disable', 'address:' || id, 'ok', 'fan-out', '{}' FROM put`;
}
