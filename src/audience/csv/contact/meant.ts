import type { Fragment, Sql } from '../../../database/connect.ts';
import { findNamesakes } from './namesake.ts';

type How = {
  /** The contact's number as a row `r` gives it: a piece of SQL, null where it gives none. */
  id: Fragment;
  /** Where that stands. */
  field: string;
  /** What to do where a name is not enough. */
  advice: string;
  /** What a row is asked that says nothing of its contact. */
  question: string;
};

/** Finds the contact that each row is of (`subject`): by number, or by name and organisation. Owners were found before. */
export async function findMeant(sql: Sql, { id, field, advice, question }: How): Promise<void> {
  await sql`
    UPDATE import_rows r SET subject = c.id FROM contacts c
    WHERE c.id = ${id} AND c.removed_at IS NULL AND NOT r.bad`;
  await sql`
    INSERT INTO import_findings
    SELECT line, ${field}, format('There is no contact with id %s.', ${id})
    FROM import_rows r WHERE ${id} IS NOT NULL AND subject IS NULL AND NOT bad`;
  await sql`
    UPDATE import_rows r SET group_key = concat_ws(' at ', extra->>'contact', owner)
    WHERE ${id} IS NULL AND extra->>'contact' IS NOT NULL AND owner IS NOT NULL AND NOT bad`;
  await findNamesakes(sql, { field, advice });
  await sql`
    INSERT INTO import_findings
    SELECT line, 'contact',
           CASE WHEN group_key IS NULL THEN ${question}
                ELSE format('There is no contact called "%s" at this organisation: import the contacts first.', left(extra->>'contact', 60)) END
    FROM import_rows r
    WHERE subject IS NULL AND NOT bad AND (given_id IS NULL OR group_key IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM import_findings f WHERE f.line = r.line)`;
}

/** A row that names its contact in several ways has to mean one: editing a name here would else change nothing, silently. */
export async function refuseOthers(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT r.line, 'contact', format('Contact %s is called "%s".', c.id, c.name)
    FROM import_rows r JOIN contacts c ON c.id = r.subject
    WHERE r.extra->>'contact' <> c.name AND NOT r.bad`;
  await sql`
    INSERT INTO import_findings
    SELECT r.line, 'organisation', format('Contact %s does not serve this organisation.', r.subject)
    FROM import_rows r
    WHERE r.owner IS NOT NULL AND r.subject IS NOT NULL AND NOT r.bad
      AND NOT EXISTS (SELECT 1 FROM contact_organisations co WHERE co.contact_id = r.subject AND co.organisation_id = r.owner)`;
}
