import type { Fragment, Sql } from '../database/connect.ts';
import type { Line } from './line.ts';
import { missed } from './webhook/missed.ts';

/** Which earlier deliveries a line means, over `deliveries d`. */
export function earlier(sql: Sql, { source, from }: Line): Fragment {
  if (source === 'followers') return wasMeant(sql, from);
  return source === 'corrected' ? sql`(${gotOrAwaits(sql, from)} OR ${missed(sql)})` : gotIt(sql);
}

/** Got it: ever handed over, or in doubt. */
const gotIt = (sql: Sql) => sql`(d.handed_at IS NOT NULL OR d.state = 'sending')`;

/**
 * Whom a version was meant for follows it: whoever got it, whoever still waits for it or missed it because a newer
 * version came, it was withdrawn first or its server refused. Left out are those whom an operator cancelled, and those
 * who were left out then (who may be told now stands in the policy's own lines).
 */
const wasMeant = (sql: Sql, from: number[]) => sql`(${gotOrAwaits(sql, from)} OR d.state = 'failed'
                                 OR (d.state = 'cancelled' AND d.detail LIKE 'withdrawn%'))`;

/**
 * A correction goes to whoever got the original, and in its place to whoever still waited for it: publishing the
 * correction stopped that; and to a machine that missed the original, which may not ask for that one any more. What an operator cancelled is awaited by nobody, also before the sweep has written it down.
 */
const gotOrAwaits = (sql: Sql, from: number[]) => sql`(${gotIt(sql)}
                                    OR (d.state = 'queued' AND d.dispatch_id NOT IN (
                                          SELECT id FROM dispatches
                                          WHERE id = ANY(${from}::int[]) AND stopped_reason LIKE 'cancelled%'))
                                    OR (d.state = 'cancelled' AND d.detail LIKE 'superseded%'))`;
