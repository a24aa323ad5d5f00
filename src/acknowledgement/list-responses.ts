import type { Sql } from '../database/connect.ts';
import type { Response } from './response.ts';

/** A response with whose it is. */
export type ListedResponse = Response & { organisation: string; contact: string | null };

type Wish = { dispatchId: number; before: number | null; limit: number };

/** Every answer to a request, revised ones too, the last first; `before` is the last id of the page before. */
export function listResponses(sql: Sql, { dispatchId, before, limit }: Wish) {
  return sql<ListedResponse[]>`
    SELECT r.*, o.name AS organisation, c.name AS contact
    FROM responses r
    JOIN organisations o ON o.id = r.organisation_id
    LEFT JOIN contacts c ON c.id = r.contact_id
    WHERE r.dispatch_id = ${dispatchId} AND (${before}::int IS NULL OR r.id < ${before}::int)
    ORDER BY r.id DESC LIMIT ${limit}`;
}
