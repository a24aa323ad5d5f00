import type { Sql } from '../../../database/connect.ts';
import type { Says } from '../sheet.ts';

/** Carries out the plan for addresses, set by set. */
export async function applyAddresses(sql: Sql, { defaults }: Says): Promise<void> {
  await sql`
    INSERT INTO addresses (contact_id, channel, target, lane, preference, tlp_ceiling, verified_at, disabled_at, disabled_reason)
    SELECT subject, said->>'channel', said->>'target', lane, (said->>'preference')::smallint, (said->>'tlpCeiling')::tlp,
           CASE WHEN (said->>'verified')::boolean THEN hub_now() END,
           CASE WHEN said->>'outOfUse' IS NOT NULL THEN hub_now() END, said->>'outOfUse'
    FROM (SELECT line, subject, extra->>'lane' AS lane, ${sql.json(defaults as never)} || wanted AS said
          FROM import_rows WHERE action = 'added') r
    ORDER BY line`;
  await sql`
    UPDATE addresses a
    SET preference = (said->>'preference')::smallint, tlp_ceiling = (said->>'tlpCeiling')::tlp,
        verified_at = CASE WHEN (said->>'verified')::boolean THEN coalesce(a.verified_at, hub_now()) END,
        disabled_at = CASE WHEN said->>'outOfUse' IS NOT NULL THEN coalesce(a.disabled_at, hub_now()) END,
        disabled_reason = said->>'outOfUse'
    FROM (SELECT ref::int AS id, stored || wanted AS said FROM import_rows WHERE action = 'changed') r
    WHERE r.id = a.id`;
  await sql`
    UPDATE addresses a SET disabled_at = hub_now(), disabled_reason = 'removed by an import'
    FROM import_rows r WHERE r.action = 'removed' AND r.ref::int = a.id AND a.disabled_at IS NULL`;
}
