import type { Sql } from '../../../database/connect.ts';
import { findNamesakes } from '../contact/namesake.ts';
import { findOwners } from '../find-owner.ts';

/** Finds whose address each row is, and whether that contact has it already. */
export async function resolveAddresses(sql: Sql): Promise<void> {
  await findOwners(sql);
  await findContacts(sql);
  await findAddresses(sql);
  await refuseMoves(sql);
  await refuseDisagreement(sql);
  await refuseDoubles(sql);
}

async function findContacts(sql: Sql): Promise<void> {
  await sql`
    UPDATE import_rows r SET subject = c.id FROM contacts c
    WHERE c.id = (r.extra->>'contactId')::int AND c.removed_at IS NULL AND NOT r.bad`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'contactId', format('There is no contact with id %s.', extra->>'contactId')
    FROM import_rows WHERE extra->>'contactId' IS NOT NULL AND subject IS NULL AND NOT bad`;
  await sql`
    UPDATE import_rows SET group_key = concat_ws(' at ', extra->>'contact', owner)
    WHERE extra->>'contactId' IS NULL AND extra->>'contact' IS NOT NULL AND owner IS NOT NULL AND NOT bad`;
  await findNamesakes(sql, { field: 'contactId', advice: 'give its contact id' });
  await sql`
    INSERT INTO import_findings
    SELECT line, 'contact',
           CASE WHEN group_key IS NULL THEN 'Whose address is this? Give a contact id, or a contact and its organisation.'
                ELSE format('There is no contact called "%s" at this organisation: import the contacts first.', left(extra->>'contact', 60)) END
    FROM import_rows r
    WHERE subject IS NULL AND NOT bad AND (given_id IS NULL OR group_key IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM import_findings f WHERE f.line = r.line)`;
}

async function findAddresses(sql: Sql): Promise<void> {
  await sql`
    UPDATE import_rows r SET ref = a.id::text, subject = coalesce(r.subject, a.contact_id)
    FROM addresses a JOIN contacts c ON c.id = a.contact_id AND c.removed_at IS NULL
    WHERE a.id = r.given_id`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'id', format('There is no address with id %s.', given_id)
    FROM import_rows WHERE given_id IS NOT NULL AND ref IS NULL AND NOT bad`;
  await sql`
    UPDATE import_rows r SET ref = a.id::text FROM addresses a
    WHERE r.given_id IS NULL AND a.contact_id = r.subject
      AND a.channel = r.wanted->>'channel' AND a.target = r.wanted->>'target'`;
}

/** As the verb has it: what was sent there is the history of that place. */
async function refuseMoves(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT r.line, 'target', 'Where an address leads never changes: remove this one, and add another without an id.'
    FROM import_rows r JOIN addresses a ON a.id = r.given_id
    WHERE (a.channel, a.target) <> (r.wanted->>'channel', r.wanted->>'target') AND NOT r.bad`;
}

/** A row that names its contact in several ways has to mean one: editing a name here would else change nothing, silently. */
async function refuseDisagreement(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT r.line, 'id', format('Address %s belongs to contact %s.', a.id, a.contact_id)
    FROM import_rows r JOIN addresses a ON a.id::text = r.ref
    WHERE a.contact_id <> r.subject AND NOT r.bad`;
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

async function refuseDoubles(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT line, 'target', format('This contact has this address in line %s too.', first)
    FROM (SELECT line, bad, min(line) OVER (PARTITION BY subject, wanted->>'channel', wanted->>'target') AS first
          FROM import_rows WHERE subject IS NOT NULL) r
    WHERE line > first AND NOT bad`;
}
