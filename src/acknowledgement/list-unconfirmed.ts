import type { Sql } from '../database/connect.ts';

/** How many answers to an advisory look automatic and wait for a person. */
export type Unconfirmed = { trackingId: string; answers: number };

/**
 * Answers that do not count yet because nobody confirmed them, by advisory; one that the same link gave again is only
 * counted as it stands now. Starts from the few that are suspected, so that the many answers are not sorted.
 */
export function listUnconfirmed(sql: Sql) {
  return sql<Unconfirmed[]>`
    SELECT a.tracking_id, count(*)::int AS answers
    FROM acknowledgements k
    JOIN versions v   ON v.id = k.version_id
    JOIN advisories a ON a.id = v.advisory_id
    WHERE k.suspicion IS NOT NULL AND k.confirmed_at IS NULL
      AND NOT EXISTS (SELECT FROM acknowledgements later
                      WHERE later.delivery_id = k.delivery_id AND later.organisation_id = k.organisation_id
                        AND later.id > k.id)
    GROUP BY a.id
    ORDER BY a.id DESC`;
}
