import { mandatoryKinds } from '../audience/kind.ts';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import type { Opened } from './open-roll-ups.ts';

type Seen = {
  addressCount: number;
  digest: string;
  addressIds: number[];
  organisationIds: number[];
};
type Expansion = { approvalId: number; ids: number[]; counts: Opened[]; urgent: boolean };

/**
 * Holds the frozen audience against the one that the approver saw. A difference is recorded by name, and an Urgent
 * decision that lost a mandatory organisation is paused for the duty officer: nobody may silently miss it.
 */
export async function compareWithPreview(sql: Sql, expansion: Expansion): Promise<void> {
  const { approvalId, ids, counts, urgent } = expansion;
  const [seen] = await sql<Seen[]>`
    SELECT p.address_count, p.digest, p.address_ids,
           ARRAY(SELECT jsonb_array_elements_text(p.summary->'organisationIds')::int) AS organisation_ids
    FROM approvals a JOIN previews p ON p.id = a.preview_id WHERE a.id = ${approvalId}`;
  if (!seen) return;
  const total = counts.reduce((sum, count) => sum + count.open, 0);
  const lost = await listLostOrganisations(sql, ids, seen.organisationIds);
  const same = total === seen.addressCount && combine(counts) === seen.digest;
  if (same && lost.length === 0) return;
  await nameChanges(sql, ids, seen.addressIds);
  const paused = urgent && lost.length > 0;
  if (paused)
    await sql`
      UPDATE dispatches SET paused_at = hub_now(),
             paused_reason = ${`Mandatory organisations of the preview are not reached any more: ${lost.length}. See what changed, then resume.`}
      WHERE id = ANY(${ids}::int[])`;
  await record(sql, {
    actor: 'system',
    action: 'differ from preview',
    object: `approval:${approvalId}`,
    detail: {
      previewed: seen.addressCount,
      expanded: total,
      lostOrganisations: lost,
      paused,
    },
  });
}

/** The digest of a union of disjoint sets is the exclusive or of their digests. */
function combine(counts: Opened[]): string {
  return counts.reduce((all, count) => all ^ BigInt(`0x${count.digest}`), 0n).toString(16);
}

async function nameChanges(sql: Sql, ids: number[], seen: number[]) {
  await sql`
    WITH now AS (
      SELECT address_id FROM deliveries
      WHERE dispatch_id = ANY(${ids}::int[]) AND state = 'queued' AND contact_id IS NOT NULL
    ), seen AS (SELECT unnest(${seen}::int[]) AS address_id),
    change AS (
      SELECT address_id, 'lost' AS change FROM (SELECT * FROM seen EXCEPT SELECT * FROM now) l
      UNION ALL
      SELECT address_id, 'added' FROM (SELECT * FROM now EXCEPT SELECT * FROM seen) a
    )
    INSERT INTO dispatch_changes (dispatch_id, address_id, organisation_id, change)
    SELECT ${ids[0] as number}, c.address_id, co.organisation_id, c.change
    FROM change c
    JOIN addresses a ON a.id = c.address_id
    LEFT JOIN (SELECT DISTINCT contact_id, organisation_id FROM contact_organisations) co ON co.contact_id = a.contact_id`;
}

/**
 * Mandatory organisations that the preview reached and no queued delivery stands for now. Organisations are compared
 * as such: one of several that share a contact may be lost while every address stays.
 */
async function listLostOrganisations(sql: Sql, ids: number[], seen: number[]): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    SELECT o.id FROM organisations o
    WHERE o.id = ANY(${seen}::int[]) AND o.kind = ANY(${[...mandatoryKinds]}::kind[])
      AND NOT EXISTS (SELECT FROM organisation_dispatches r
                      WHERE r.dispatch_id = ANY(${ids}::int[]) AND r.organisation_id = o.id AND r.open > 0)
    ORDER BY o.id`;
  return rows.map((row) => row.id);
}
