import type { Sql } from '../../../database/connect.ts';

/** Carries out the plan for software use, set by set. */
export async function applySoftwareUses(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO software_uses (organisation_id, vendor, product, cpe, purl, version, stated_at)
    SELECT owner, wanted->>'vendor', wanted->>'product', wanted->>'cpe', wanted->>'purl', wanted->>'version', hub_now()
    FROM import_rows WHERE action = 'added' ORDER BY line`;
  await sql`
    UPDATE software_uses u
    SET vendor = said->>'vendor', product = said->>'product', cpe = said->>'cpe', purl = said->>'purl',
        version = said->>'version', stated_at = hub_now()
    FROM (SELECT ref::int AS id, stored || wanted AS said FROM import_rows WHERE action = 'changed') r
    WHERE r.id = u.id`;
  await sql`
    UPDATE software_uses u SET ended_at = hub_now()
    FROM import_rows r WHERE r.action = 'removed' AND r.ref::int = u.id`;
}
