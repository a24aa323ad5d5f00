import type { ListedAdvisory } from '../../../templates/site/list.tsx';
import type { Sql } from '../../database/connect.ts';
import type { Filter } from '../feeds/filter.ts';

type Wish = {
  limit: number;
  offset: number;
  /** Leaves the advisories of which some CLEAR version is wanted. */
  filter?: Filter;
};

/**
 * The advisories that the public may see, each by its newest CLEAR version, the latest news first; `total` counts all.
 * A version above CLEAR plays no part: neither its text nor its date decides anything here.
 */
export async function listAdvisories(
  sql: Sql,
  { limit, offset, filter = {} }: Wish,
): Promise<{ advisories: ListedAdvisory[]; total: number }> {
  const advisories = await sql<(ListedAdvisory & { total: number })[]>`
    SELECT newest.*, count(*) OVER () AS total
    FROM (
      SELECT DISTINCT ON (v.advisory_id)
             a.tracking_id, v.ordinal, v.likelihood, v.impact, v.published_at, w.withdrawn_at,
             v.content -> 'texts' AS texts,
             max(greatest(v.published_at, w.withdrawn_at)) OVER (PARTITION BY v.advisory_id) AS changed_at
      FROM versions v
      JOIN advisories a ON a.id = v.advisory_id
      LEFT JOIN withdrawals w ON w.version_id = v.id
      WHERE v.state = 'published' AND v.tlp = 'CLEAR' ${wanted(sql, filter)}
      ORDER BY v.advisory_id, v.ordinal DESC
    ) newest
    ORDER BY changed_at DESC, tracking_id DESC
    LIMIT ${limit} OFFSET ${offset}`;
  return { advisories, total: advisories[0]?.total ?? 0 };
}

function wanted(sql: Sql, filter: Filter) {
  if (!filter.urgent && !filter.vendor && !filter.product) return sql``;
  return sql`AND EXISTS (SELECT FROM versions o WHERE o.advisory_id = v.advisory_id AND ${wantedVersion(sql, filter)})`;
}

/** The same question as `isWanted` of the feeds, asked of a version `o` that the public may see. */
export function wantedVersion(sql: Sql, { urgent, vendor, product }: Filter) {
  return sql`o.state = 'published' AND o.tlp = 'CLEAR'
        AND (${!urgent} OR (o.likelihood = 'high' AND o.impact = 'high'))
        AND (${!vendor && !product} OR EXISTS (
              SELECT FROM jsonb_array_elements(o.content -> 'products') p
              WHERE (${vendor ?? null}::text IS NULL OR lower(p ->> 'vendor') = lower(${vendor ?? null}))
              AND   (${product ?? null}::text IS NULL OR lower(p ->> 'name') = lower(${product ?? null}))))`;
}
