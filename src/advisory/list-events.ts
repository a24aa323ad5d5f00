import type { Sql } from '../database/connect.ts';
import type { Event } from './event.ts';

type Wish = {
  /** Null: of every advisory, and of none. */
  advisoryId: number | null;
  /** The id of the last event of the page before. */
  before: number | null;
  limit: number;
};

/** The events, the last recorded first. */
export function listEvents(sql: Sql, { advisoryId, before, limit }: Wish) {
  return sql<Event[]>`
    SELECT * FROM events
    WHERE (${advisoryId}::int IS NULL OR advisory_id = ${advisoryId}::int)
      AND (${before}::int IS NULL OR id < ${before}::int)
    ORDER BY id DESC LIMIT ${limit}`;
}
