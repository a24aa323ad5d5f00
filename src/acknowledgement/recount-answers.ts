import type { Hub } from '../hub.ts';
import type { Choice } from './choice.ts';
import { countedAnswers, standingAnswers } from './standing-answer.ts';

/** A roll-up that does not say what its people said. */
export type WrongRollUp = {
  dispatchId: number;
  organisationId: number;
  recorded: Choice | null;
  counted: Choice | null;
};

/**
 * Recounts every roll-up's choice from the answers; an empty list means that all agree. A roll-up without a choice is
 * wrong only where an answer came through its own links: one that was opened after an answer waits for the next.
 */
export async function recountAnswers({ sql }: Hub): Promise<WrongRollUp[]> {
  return sql<WrongRollUp[]>`
    WITH counted AS MATERIALIZED (${countedAnswers(sql)}),
    standing AS (${standingAnswers(sql, sql`SELECT * FROM counted`)})
    SELECT r.dispatch_id, r.organisation_id, r.choice AS recorded, n.choice AS counted
    FROM organisation_dispatches r
    LEFT JOIN standing n USING (dispatch_id, organisation_id)
    WHERE r.choice IS DISTINCT FROM n.choice
      AND (r.choice IS NOT NULL OR EXISTS (
        SELECT FROM counted c JOIN acknowledgements a USING (id) JOIN deliveries d ON d.id = a.delivery_id
        WHERE d.dispatch_id = r.dispatch_id AND a.organisation_id = r.organisation_id))
    ORDER BY r.dispatch_id, r.organisation_id`;
}
