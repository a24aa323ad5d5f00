import type { Sql } from '../../../database/connect.ts';
import { findOwners } from '../find-owner.ts';
import { findNamesakes } from './namesake.ts';

/** Finds the contacts and places that the rows mean, and which rows are of the same new contact. */
export async function resolveContacts(sql: Sql): Promise<void> {
  await findOwners(sql);
  await sql`
    UPDATE import_rows r SET subject = c.id FROM contacts c WHERE c.id = r.given_id AND c.removed_at IS NULL`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'id', format('There is no contact with id %s.', given_id)
    FROM import_rows WHERE given_id IS NOT NULL AND subject IS NULL AND NOT bad`;
  await sql`
    UPDATE import_rows
    SET group_key = CASE WHEN label IS NOT NULL THEN 'label ' || label
                         WHEN owner IS NOT NULL THEN concat_ws(' at ', wanted->>'name', owner) END
    WHERE given_id IS NULL`;
  await findNamesakes(sql, { field: 'id', advice: 'give its id' });
  await sql`UPDATE import_rows SET group_key = 'contact ' || subject WHERE subject IS NOT NULL`;
  await findPlaces(sql);
  await refuseDoubles(sql);
  await refuseDisagreement(sql);
}

async function findPlaces(sql: Sql): Promise<void> {
  await sql`
    UPDATE import_rows r SET ref = concat_ws('/', co.contact_id, co.organisation_id, co.role)
    FROM contact_organisations co
    WHERE co.contact_id = r.subject AND co.organisation_id = r.owner AND co.role = r.wanted->>'role'`;
  // A new place of a contact that is there: what the row says of the contact itself is compared too.
  await sql`
    UPDATE import_rows r
    SET stored = jsonb_build_object('name', c.name, 'functional', c.functional, 'language', c.language)
    FROM contacts c WHERE c.id = r.subject AND r.ref IS NULL`;
}

async function refuseDoubles(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT line, 'role', format('This contact has this role at this organisation in line %s too.', first)
    FROM (SELECT line, bad, min(line) OVER (PARTITION BY group_key, owner, wanted->>'role') AS first
          FROM import_rows WHERE group_key IS NOT NULL AND owner IS NOT NULL) r
    WHERE line > first AND NOT bad`;
}

async function refuseDisagreement(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT line, 'name',
           format('Line %s is of the same contact and has another name, functional mailbox or language.', first)
    FROM (SELECT line, bad, said, min(line) OVER w AS first, first_value(said) OVER w AS first_said
          FROM (SELECT line, bad, group_key, wanted - '{organisation,role,phoneOrder}'::text[] AS said
                FROM import_rows WHERE group_key IS NOT NULL) s
          WINDOW w AS (PARTITION BY group_key ORDER BY line)) r
    WHERE said <> first_said AND NOT bad`;
}
