import type { PendingQuery, Row } from 'postgres';
import type { Sql } from '../database/connect.ts';

/**
 * What every organisation says of a dispatch: `dispatch_id, organisation_id, choice, acknowledged_at`. Of each person
 * the newest counted answer stands, the loudest of them is the organisation's; it was acknowledged when the first of
 * them counted. An answer to a version covers the older ones, never the reverse, and a withdrawal is covered only by
 * what was said after it. One definition: answers move the roll-ups by it and `recountAnswers` checks them by it.
 */
export function standingAnswers(sql: Sql, counted: PendingQuery<Row[]>) {
  return sql`
    SELECT dispatch_id, organisation_id, max(choice) AS choice, min(first_at) AS acknowledged_at
    FROM (
      SELECT DISTINCT ON (s.id, a.organisation_id, a.person)
             s.id AS dispatch_id, a.organisation_id, a.choice,
             min(a.counted_at) OVER (PARTITION BY s.id, a.organisation_id) AS first_at
      FROM (${counted}) a
      JOIN versions sv  ON sv.advisory_id = a.advisory_id AND sv.ordinal <= a.ordinal
      JOIN dispatches s ON s.version_id = sv.id AND (s.reason <> 'withdrawal' OR s.created_at <= a.counted_at)
      ORDER BY s.id, a.organisation_id, a.person, a.counted_at DESC, a.id DESC
    ) newest
    GROUP BY dispatch_id, organisation_id`;
}

/** The answers that count: given by a person, or confirmed by one. A person is a contact, or whoever phoned for none. */
export function countedAnswers(sql: Sql) {
  return sql`
    SELECT a.id, a.organisation_id, v.advisory_id, v.ordinal, a.choice, a.said_by, a.remark, a.origin, a.late,
           coalesce(a.contact_id::text, a.said_by, '') AS person, coalesce(a.confirmed_at, a.at) AS counted_at
    FROM acknowledgements a JOIN versions v ON v.id = a.version_id
    WHERE (a.suspicion IS NULL OR a.confirmed_at IS NOT NULL)`;
}
