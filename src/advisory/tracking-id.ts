import type { Sql } from '../database/connect.ts';

/** It stands in addresses, file names and mail headers. */
export const trackingIdSyntax = /^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$/;

/** The Dutch year: what is published in its first hour counts in it. */
const zone = 'Europe/Amsterdam';

/**
 * Gives out the next number of the year: `NCSC-2020-0042`. Until the transaction ends no one else gets one, so that
 * two drafts at once do not get the same and a failed one leaves no gap.
 */
export async function giveTrackingId(sql: Sql, prefix: string): Promise<string> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('advisories: tracking id'))`;
  const [row] = await sql<[{ start: string; highest: number }]>`
    WITH series AS (
      SELECT ${prefix} || '-' || to_char(hub_now() AT TIME ZONE ${zone}, 'YYYY') || '-' AS start
    )
    SELECT start, coalesce(max(substr(tracking_id, length(start) + 1)::int), 0) AS highest
    FROM series LEFT JOIN advisories
      ON starts_with(tracking_id, start) AND substr(tracking_id, length(start) + 1) ~ '^[0-9]{4,9}$'
    GROUP BY start`;
  return `${row.start}${String(row.highest + 1).padStart(4, '0')}`;
}
