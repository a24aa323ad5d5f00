import type { Sql } from '../../../database/connect.ts';

/** Carries out the plan for keys; one that was replaced or taken away stays on record. */
export async function applyKeys(sql: Sql): Promise<void> {
  await sql`
    UPDATE encryption_keys k SET removed_at = hub_now()
    FROM import_rows r
    WHERE r.action IN ('added', 'changed', 'removed') AND k.contact_id = r.subject AND k.removed_at IS NULL`;
  await sql`
    INSERT INTO encryption_keys (contact_id, armored, fingerprint, algorithm, ends_at, added_at)
    SELECT subject, wanted->>'key', wanted->>'fingerprint', extra->>'algorithm', (extra->>'endsAt')::timestamptz, hub_now()
    FROM import_rows WHERE action IN ('added', 'changed') ORDER BY line`;
}
