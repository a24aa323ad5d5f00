import type { Sql } from '../database/connect.ts';
import type { Acknowledgement } from './acknowledgement.ts';

/** An answer with whose it is. */
export type ListedAcknowledgement = Acknowledgement & {
  organisation: string;
  contact: string | null;
};

type Wish = {
  versionId: number;
  /** Only those that look automatic and that nobody confirmed. */
  pending: boolean;
  /** The id of the last answer of the page before. */
  before: number | null;
  limit: number;
};

/** Every answer to a version, the last first. */
export function listAcknowledgements(sql: Sql, { versionId, pending, before, limit }: Wish) {
  return sql<ListedAcknowledgement[]>`
    SELECT a.*, o.name AS organisation, c.name AS contact
    FROM acknowledgements a
    JOIN organisations o ON o.id = a.organisation_id
    LEFT JOIN contacts c ON c.id = a.contact_id
    WHERE a.version_id = ${versionId} AND (${before}::int IS NULL OR a.id < ${before}::int)
      AND (${!pending} OR (a.suspicion IS NOT NULL AND a.confirmed_at IS NULL))
    ORDER BY a.id DESC LIMIT ${limit}`;
}
