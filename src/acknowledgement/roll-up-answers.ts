import type { Sql } from '../database/connect.ts';
import type { Answering } from './answering.ts';
import { countedAnswers, standingAnswers } from './standing-answer.ts';

/** Writes what these organisations now say into their roll-ups: of the version that was answered and of all before it. */
export function rollUpAnswers(sql: Sql, { advisoryId, organisationIds }: Answering) {
  const counted = sql`
    ${countedAnswers(sql)} AND v.advisory_id = ${advisoryId} AND a.organisation_id = ANY(${organisationIds}::int[])`;
  return sql`
    UPDATE organisation_dispatches r
    SET acknowledged_at = n.acknowledged_at, choice = n.choice
    FROM (${standingAnswers(sql, counted)}) n
    WHERE r.dispatch_id = n.dispatch_id AND r.organisation_id = n.organisation_id`;
}
