import type { Sql } from '../database/connect.ts';
import { type Place, placesIn } from './lock-roll-ups.ts';
import { countedAnswers, standingAnswers } from './standing-answer.ts';

/** Writes what these organisations now say into their roll-ups: of the version that was answered and of all before it. */
export function rollUpAnswers(sql: Sql, places: Place[]) {
  const counted = sql`
    ${countedAnswers(sql)} AND (v.advisory_id, a.organisation_id) IN (SELECT * FROM ${placesIn(sql, places)})`;
  return sql`
    UPDATE organisation_dispatches r
    SET acknowledged_at = n.acknowledged_at, choice = n.choice
    FROM (${standingAnswers(sql, counted)}) n
    WHERE r.dispatch_id = n.dispatch_id AND r.organisation_id = n.organisation_id`;
}
