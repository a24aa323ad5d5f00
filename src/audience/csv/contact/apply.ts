import type { Sql } from '../../../database/connect.ts';
import type { Says } from '../sheet.ts';

/** Carries out the plan for contacts and their places, set by set. */
export async function applyContacts(sql: Sql, { defaults }: Says): Promise<void> {
  await addContacts(sql, defaults);
  await sql`
    INSERT INTO contact_organisations (contact_id, organisation_id, role, phone_order)
    SELECT r.subject, r.owner, r.wanted->>'role',
           coalesce((r.wanted->>'phoneOrder')::int, ${defaults.phoneOrder as number}::int)
    FROM import_rows r WHERE r.action = 'added'`;
  await sql`
    UPDATE contact_organisations co SET phone_order = (r.wanted->>'phoneOrder')::int
    FROM import_rows r
    WHERE r.action = 'changed' AND r.changes ? 'phoneOrder'
      AND co.contact_id = r.subject AND co.organisation_id = r.owner AND co.role = r.wanted->>'role'`;
  // Also where the contact itself stays as it is: its places are part of what an editor of it has seen.
  await sql`
    UPDATE contacts c
    SET name = said->>'name', functional = (said->>'functional')::boolean, language = (said->>'language')::language
    FROM (SELECT DISTINCT ON (subject) subject, stored || wanted AS said FROM import_rows
          WHERE action IN ('added', 'changed') AND stored IS NOT NULL
          ORDER BY subject, line) r
    WHERE c.id = r.subject`;
  await removePlaces(sql);
}

/** New contacts get their numbers first, so that all rows of one know it. */
async function addContacts(sql: Sql, defaults: Says['defaults']): Promise<void> {
  await sql`
    WITH fresh AS (
      SELECT group_key, nextval(pg_get_serial_sequence('contacts', 'id'))::int AS id
      FROM (SELECT group_key, min(line) AS line FROM import_rows
            WHERE action = 'added' AND subject IS NULL GROUP BY group_key ORDER BY line) g
    )
    UPDATE import_rows r SET subject = fresh.id FROM fresh
    WHERE fresh.group_key = r.group_key AND r.action = 'added'`;
  await sql`
    INSERT INTO contacts (id, name, functional, language) OVERRIDING SYSTEM VALUE
    SELECT DISTINCT ON (subject) subject, said->>'name', (said->>'functional')::boolean, (said->>'language')::language
    FROM (SELECT line, subject, ${sql.json(defaults as never)} || wanted AS said FROM import_rows
          WHERE action = 'added' AND stored IS NULL) r
    ORDER BY subject, line`;
}

async function removePlaces(sql: Sql): Promise<void> {
  await sql`
    DELETE FROM contact_organisations co USING import_rows r
    WHERE r.action = 'removed' AND co.contact_id = r.subject AND co.organisation_id = r.owner
      AND co.role = r.wanted->>'role'`;
  await sql`
    UPDATE contacts c
    SET removed_at = CASE WHEN NOT EXISTS (SELECT 1 FROM contact_organisations co WHERE co.contact_id = c.id) THEN hub_now() END
    WHERE c.id IN (SELECT subject FROM import_rows WHERE action = 'removed')`;
}
