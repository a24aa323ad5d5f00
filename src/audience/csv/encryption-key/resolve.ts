import type { Sql } from '../../../database/connect.ts';
import { isUsable } from '../../encryption-key.ts';
import { findMeant, refuseOthers } from '../contact/meant.ts';
import { findOwners } from '../find-owner.ts';

/** Finds whose key each row is, and whether that contact has one already. */
export async function resolveKeys(sql: Sql): Promise<void> {
  await findOwners(sql);
  await findMeant(sql, {
    id: sql`r.given_id`,
    field: 'id',
    advice: 'give its id',
    question: 'Whose key is this? Give a contact’s id, or a contact and its organisation.',
  });
  await sql`
    UPDATE import_rows r SET ref = r.subject::text
    FROM encryption_keys k WHERE k.contact_id = r.subject AND ${isUsable(sql)}`;
  await refuseOthers(sql);
  await sql`
    INSERT INTO import_findings
    SELECT line, 'contact', format('The key of this contact stands in line %s too.', first)
    FROM (SELECT line, bad, min(line) OVER (PARTITION BY subject) AS first
          FROM import_rows WHERE subject IS NOT NULL) r
    WHERE line > first AND NOT bad`;
}
