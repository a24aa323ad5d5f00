import type { Sql } from '../database/connect.ts';
import type { DeliveryState } from './state.ts';

/** A message that did not arrive, with the server's words. */
export type Failure = {
  id: number;
  dispatchId: number;
  channel: string;
  state: DeliveryState;
  /** Null for a member of the public. */
  contact: string | null;
  organisations: string[];
  detail: string | null;
};

/** The newest failures of dispatches; the index of failures makes it cheap while a million others go. */
export function listFailures(sql: Sql, dispatchIds: number[], limit: number) {
  return sql<Failure[]>`
    WITH newest AS (
      SELECT f.* FROM unnest(${dispatchIds}::int[]) AS p (id) CROSS JOIN LATERAL (
        SELECT id, dispatch_id, channel, state, contact_id, organisation_ids, detail FROM deliveries
        WHERE dispatch_id = p.id AND state IN ('failed', 'bounced')
        ORDER BY id DESC LIMIT ${limit}) f
      ORDER BY f.id DESC LIMIT ${limit}
    )
    SELECT n.id, n.dispatch_id, n.channel, n.state, c.name AS contact, n.detail,
           ARRAY(SELECT name FROM organisations WHERE id = ANY(n.organisation_ids) ORDER BY name) AS organisations
    FROM newest n LEFT JOIN contacts c ON c.id = n.contact_id
    ORDER BY n.id DESC`;
}
