import type { Sql } from '../../database/connect.ts';

/** Finds the organisation that each row names, whichever of `wanted` and `extra` says so; a name that nobody has is a finding. */
export async function findOwners(sql: Sql): Promise<void> {
  await sql`
    UPDATE import_rows r SET owner = o.id FROM organisations o
    WHERE o.name = (r.extra || r.wanted)->>'organisation' AND o.removed_at IS NULL`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'organisation',
           format('There is no organisation called "%s": import the organisations first.', left((extra || wanted)->>'organisation', 60))
    FROM import_rows WHERE owner IS NULL AND (extra || wanted)->>'organisation' IS NOT NULL AND NOT bad`;
}
