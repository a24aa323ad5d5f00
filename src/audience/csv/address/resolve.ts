import type { Sql } from '../../../database/connect.ts';
import { findMeant, refuseOthers } from '../contact/meant.ts';
import { findOwners } from '../find-owner.ts';

/** Finds whose address each row is, and whether that contact has it already. */
export async function resolveAddresses(sql: Sql): Promise<void> {
  await findOwners(sql);
  await findMeant(sql, {
    id: sql`(r.extra->>'contactId')::int`,
    field: 'contactId',
    advice: 'give its contact id',
    question: 'Whose address is this? Give a contact id, or a contact and its organisation.',
  });
  await findAddresses(sql);
  await refuseMoves(sql);
  await refuseStrangers(sql);
  await refuseOthers(sql);
  await refuseDoubles(sql);
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

async function refuseStrangers(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT r.line, 'id', format('Address %s belongs to contact %s.', a.id, a.contact_id)
    FROM import_rows r JOIN addresses a ON a.id::text = r.ref
    WHERE a.contact_id <> r.subject AND NOT r.bad`;
}

async function refuseDoubles(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT line, 'target', format('This contact has this address in line %s too.', first)
    FROM (SELECT line, bad, min(line) OVER (PARTITION BY subject, wanted->>'channel', wanted->>'target') AS first
          FROM import_rows WHERE subject IS NOT NULL) r
    WHERE line > first AND NOT bad`;
}
