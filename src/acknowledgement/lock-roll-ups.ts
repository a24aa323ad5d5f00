import type { Sql } from '../database/connect.ts';
import type { Answering } from './answering.ts';

/**
 * Locks every roll-up that an answer may move, in the order in which `settle` locks them, so that the two never
 * deadlock. It is a statement of its own: the statements after it see what whoever held the locks has committed, so
 * that of two people answering at once neither answer is left out of the roll-up.
 */
export function lockRollUps(sql: Sql, { advisoryId, organisationIds }: Answering) {
  return sql`
    SELECT FROM organisation_dispatches r
    WHERE r.organisation_id = ANY(${organisationIds}::int[])
      AND r.dispatch_id IN (SELECT d.id FROM dispatches d JOIN versions v ON v.id = d.version_id
                            WHERE v.advisory_id = ${advisoryId})
    ORDER BY r.dispatch_id, r.organisation_id
    FOR UPDATE`;
}
