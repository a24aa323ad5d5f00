import type { Sql } from '../../database/connect.ts';
import type { Sheet } from './sheet.ts';

/**
 * Says for every staged row what an apply would do: `added`, `changed`, `removed` or `unchanged`, and which fields change
 * from what to what.
 */
export async function compare(sql: Sql, sheet: Sheet): Promise<void> {
  await sql`ANALYZE import_rows`;
  await sql`
    UPDATE import_rows r
    SET stored = s.fields,
        action = CASE WHEN r.remove THEN 'removed' WHEN s.fields @> r.wanted THEN 'unchanged' ELSE 'changed' END
    FROM (${sheet.stored(sql)}) s
    WHERE s.ref = r.ref AND NOT r.bad`;
  await sql`UPDATE import_rows SET action = 'added' WHERE ref IS NULL AND NOT bad AND NOT remove`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'remove', 'There is nothing here to remove.'
    FROM import_rows r
    WHERE ref IS NULL AND NOT bad AND remove AND NOT EXISTS (SELECT 1 FROM import_findings f WHERE f.line = r.line)`;
  // A key that only one of both has is no change: the file has no such column, or the row no such field.
  await sql`
    UPDATE import_rows r
    SET changes = (
      SELECT jsonb_object_agg(key, jsonb_build_array(r.stored->key, value))
      FROM jsonb_each(r.wanted) WHERE r.stored ? key AND r.stored->key <> value)
    WHERE action IN ('added', 'changed') AND stored IS NOT NULL`;
}
