import type { Sql } from '../database/connect.ts';

/**
 * How many advisories a contact was told of, at all or for one organisation. The ledger is asked per dispatch, by the
 * index that keeps a delivery unique: it has none by contact, which millions of rows would pay for.
 */
export async function countFollowed(
  sql: Sql,
  { contactId, organisationId = null }: { contactId: number; organisationId?: number | null },
): Promise<number> {
  const [found] = await sql<[{ count: number }]>`
    SELECT count(DISTINCT v.advisory_id)
    FROM dispatches p JOIN versions v ON v.id = p.version_id
    WHERE EXISTS (SELECT FROM addresses a JOIN deliveries d ON d.dispatch_id = p.id AND d.address_id = a.id
                  WHERE a.contact_id = ${contactId} AND d.state <> 'skipped'
                    AND (${organisationId}::int IS NULL OR ${organisationId}::int = ANY(d.organisation_ids)))`;
  return found.count;
}
