import type { Sql } from '../database/connect.ts';
import type { Acknowledgement } from './acknowledgement.ts';

/** An answer that looks automatic and counts for nothing yet, with whose it is. */
export type Suspect = Pick<
  Acknowledgement,
  'id' | 'choice' | 'suspicion' | 'provenance' | 'at' | 'saidBy'
> & {
  deliveryId: number;
  ordinal: number;
  contact: string | null;
  organisations: string[];
};

/** The answers to an advisory that wait for a person to confirm them, one per link, the newest first. */
export function listSuspects(sql: Sql, advisoryId: number, limit: number) {
  return sql<Suspect[]>`
    SELECT max(k.id) AS id, k.delivery_id, k.choice, min(k.suspicion) AS suspicion, (array_agg(k.provenance))[1] AS provenance,
           max(k.at) AS at, min(k.said_by) AS said_by, v.ordinal, c.name AS contact,
           array_agg(o.name ORDER BY o.name) AS organisations
    FROM acknowledgements k
    JOIN versions v      ON v.id = k.version_id
    JOIN organisations o ON o.id = k.organisation_id
    LEFT JOIN contacts c ON c.id = k.contact_id
    WHERE v.advisory_id = ${advisoryId} AND k.delivery_id IS NOT NULL
      AND k.suspicion IS NOT NULL AND k.confirmed_at IS NULL
      AND NOT EXISTS (SELECT FROM acknowledgements later
                      WHERE later.delivery_id = k.delivery_id AND later.organisation_id = k.organisation_id
                        AND later.id > k.id)
    GROUP BY k.delivery_id, k.choice, v.id, c.id
    ORDER BY 1 DESC LIMIT ${limit}`;
}
