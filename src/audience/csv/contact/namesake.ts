import type { Sql } from '../../../database/connect.ts';

/**
 * Finds the contact by name and organisation for the rows that give no id; several of that name there are a finding at
 * `field`. Rows with the same `group_key` are of one contact, found if any of its organisations knows it.
 */
export async function findNamesakes(
  sql: Sql,
  { field, advice }: { field: string; advice: string },
): Promise<void> {
  // Materialised: joined name by name, a thousand desks called "SOC" would meet a thousand others.
  await sql`
    WITH known AS MATERIALIZED (
      SELECT DISTINCT c.id, c.name, co.organisation_id
      FROM contacts c JOIN contact_organisations co ON co.contact_id = c.id
      WHERE c.removed_at IS NULL
    ), found AS (
      SELECT r.group_key, min(k.id) AS id, count(DISTINCT k.id) AS namesakes
      FROM import_rows r
      JOIN known k ON k.organisation_id = r.owner AND k.name = coalesce(r.extra->>'contact', r.wanted->>'name')
      WHERE r.subject IS NULL AND r.group_key IS NOT NULL
      GROUP BY r.group_key
    ), several AS (
      INSERT INTO import_findings
      SELECT r.line, ${field}, format('There are %s contacts of this name at this organisation: %s.', f.namesakes, ${advice}::text)
      FROM import_rows r JOIN found f USING (group_key) WHERE f.namesakes > 1 AND NOT r.bad
    )
    UPDATE import_rows r SET subject = f.id FROM found f WHERE f.group_key = r.group_key AND f.namesakes = 1`;
}
