import type { Sql } from '../../../database/connect.ts';
import { findOwners } from '../find-owner.ts';
import type { Says } from '../sheet.ts';

/** Finds the statements that the rows mean. */
export async function resolveSoftwareUses(sql: Sql, { fields }: Says): Promise<void> {
  await findOwners(sql);
  await sql`
    UPDATE import_rows r SET ref = u.id::text FROM software_uses u
    WHERE u.id = r.given_id AND u.ended_at IS NULL`;
  await sql`
    INSERT INTO import_findings
    SELECT r.line, 'organisation', format('Statement %s is of another organisation.', u.id)
    FROM import_rows r JOIN software_uses u ON u.id::text = r.ref
    WHERE u.organisation_id <> r.owner AND NOT r.bad`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'id', format('There is no statement with id %s.', given_id)
    FROM import_rows WHERE given_id IS NOT NULL AND ref IS NULL AND NOT bad`;
  await findByProduct(sql, fields.includes('version'));
  await refuseDoubles(sql);
}

/** The oldest of equal statements; without a column `version` there may be several that differ, and the file has to choose. */
async function findByProduct(sql: Sql, byVersion: boolean): Promise<void> {
  await sql`
    WITH found AS (
      SELECT r.line, min(u.id) AS id, count(DISTINCT coalesce(u.version, '')) AS versions
      FROM import_rows r
      JOIN software_uses u ON u.organisation_id = r.owner AND u.vendor = r.wanted->>'vendor'
        AND u.product = r.wanted->>'product' AND u.ended_at IS NULL
        AND (NOT ${byVersion} OR coalesce(u.version, '') = coalesce(r.wanted->>'version', ''))
      WHERE r.given_id IS NULL
      GROUP BY r.line
    ), several AS (
      INSERT INTO import_findings
      SELECT line, 'product', format('This organisation runs %s versions of it: add a column version, or give the id.', versions)
      FROM found WHERE versions > 1
    )
    UPDATE import_rows r SET ref = found.id::text FROM found WHERE found.line = r.line AND found.versions = 1`;
}

async function refuseDoubles(sql: Sql): Promise<void> {
  await sql`
    INSERT INTO import_findings
    SELECT line, 'product', format('This statement stands in line %s too.', first)
    FROM (SELECT line, bad, given_id, min(line) OVER (PARTITION BY owner, wanted->>'vendor', wanted->>'product', wanted->>'version') AS first
          FROM import_rows WHERE owner IS NOT NULL) r
    WHERE line > first AND NOT bad AND given_id IS NULL`;
  await sql`
    INSERT INTO import_findings
    SELECT line, 'id', format('This statement stands in line %s too.', first)
    FROM (SELECT line, bad, given_id, min(line) OVER (PARTITION BY ref) AS first FROM import_rows WHERE ref IS NOT NULL) r
    WHERE line > first AND NOT bad AND given_id IS NOT NULL`;
}
