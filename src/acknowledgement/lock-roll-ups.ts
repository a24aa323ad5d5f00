import type { Sql } from '../database/connect.ts';
import type { Answering } from './answering.ts';

/** What an answer may move: of these organisations the roll-ups of its advisory. */
export type Place = Pick<Answering, 'advisoryId' | 'organisationIds'>;

/** Places as rows `(advisory_id, organisation_id)`. */
export function placesIn(sql: Sql, places: Place[]) {
  const pairs = places.flatMap(({ advisoryId, organisationIds }) =>
    organisationIds.map((organisationId) => [advisoryId, organisationId] as const),
  );
  return sql`unnest(${pairs.map(([id]) => id)}::int[], ${pairs.map(([, id]) => id)}::int[])`;
}

/**
 * Locks every roll-up that answers may move, in the order in which `settle` locks them, so that the two never
 * deadlock. It is a statement of its own: the statements after it see what whoever held the locks has committed, so
 * that of two people answering at once neither answer is left out of the roll-up.
 */
export function lockRollUps(sql: Sql, places: Place[]) {
  return sql`
    SELECT FROM organisation_dispatches r
    WHERE (r.dispatch_id, r.organisation_id) IN (
      SELECT d.id, p.organisation_id
      FROM ${placesIn(sql, places)} AS p (advisory_id, organisation_id)
      JOIN versions v   ON v.advisory_id = p.advisory_id
      JOIN dispatches d ON d.version_id = v.id)
    ORDER BY r.dispatch_id, r.organisation_id
    FOR UPDATE`;
}
