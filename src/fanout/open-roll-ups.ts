import type { Sql } from '../database/connect.ts';
import { joinMarks, markOf } from './digest.ts';
import type { Line } from './line.ts';

/**
 * A roll-up for every organisation that a line means, also where no address of it is left: that is who must be phoned. The
 * public stands for nobody and may be millions. Written in the order of the key, each goes to the end of its index.
 */
export async function openRollUps(sql: Sql, lines: Line[]) {
  await sql`
    WITH counted AS MATERIALIZED (
      SELECT dispatch_id, organisation_id,
             count(*) FILTER (WHERE state = 'queued')  AS open,
             count(*) FILTER (WHERE state = 'skipped') AS skipped
      FROM (SELECT dispatch_id, state, unnest(organisation_ids) AS organisation_id
            FROM deliveries
            WHERE dispatch_id = ANY(${lines.map((line) => line.dispatchId)}::int[]) AND contact_id IS NOT NULL) d
      GROUP BY dispatch_id, organisation_id
      ORDER BY dispatch_id, organisation_id
    )
    INSERT INTO organisation_dispatches (dispatch_id, organisation_id, open, skipped)
    SELECT dispatch_id, organisation_id, open, skipped FROM counted
    ${lines.map((line) => meantBy(sql, line))}`;
}

/** The organisations of a line that nobody's address stands for. */
const meantBy = (sql: Sql, { dispatchId, organisationIds }: Line) => sql`
    UNION ALL
    SELECT ${dispatchId}::int, m.organisation_id, 0, 0
    FROM unnest(${organisationIds}::int[]) AS m (organisation_id)
    WHERE m.organisation_id NOT IN (SELECT organisation_id FROM counted)`;

/** What expansion found in one dispatch: addresses to tell and their digest. */
export type Opened = { dispatchId: number; open: number; digest: string };

/** The first deltas of each dispatch, its count and digest; from here on it can be claimed. */
export function openTotals(sql: Sql, ids: number[]) {
  return sql<Opened[]>`
    WITH counted AS MATERIALIZED (
      SELECT d.id AS dispatch_id, c.*
      FROM unnest(${ids}::int[]) AS d (id) LEFT JOIN LATERAL (
        SELECT channel,
               count(*) FILTER (WHERE state = 'queued')  AS open,
               count(*) FILTER (WHERE state = 'skipped') AS skipped,
               ${markOf(sql, sql`CASE WHEN state = 'queued' THEN address_id END`)} AS mark
        FROM deliveries WHERE dispatch_id = d.id
        GROUP BY channel) c ON true
    ), delta AS (
      INSERT INTO dispatch_deltas (dispatch_id, at, channel, open, skipped)
      SELECT dispatch_id, hub_now(), channel, open, skipped FROM counted WHERE channel IS NOT NULL
    ), total AS (
      SELECT dispatch_id, coalesce(sum(open), 0)::int AS open, ${joinMarks(sql, sql`mark`)} AS digest
      FROM counted GROUP BY dispatch_id
    )
    UPDATE dispatches d SET expanded_at = hub_now(), address_count = t.open, digest = t.digest
    FROM total t WHERE d.id = t.dispatch_id
    RETURNING t.dispatch_id, t.open, t.digest`;
}
