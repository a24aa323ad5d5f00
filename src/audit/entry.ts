import { createHash } from 'node:crypto';
import type { Sql } from '../database/connect.ts';

/** A row of the audit trail as its hash covers it: every value is the text that PostgreSQL writes for it. */
export type StoredEntry = {
  id: number;
  at: string;
  actor: string;
  action: string;
  object: string;
  result: string;
  origin: string;
  detail: string;
};

/** What the first entry is linked to. */
export const genesis = Buffer.alloc(32);

/**
 * The columns of a `StoredEntry`. Microseconds in UTC and jsonb as text: what PostgreSQL stores, it writes the same way
 * every time, and nothing is rounded on the way through a JavaScript Date or number.
 */
export const entryColumns = (sql: Sql) => sql`
  id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS at,
  actor, action, object, result, origin, detail::text AS detail`;

/** SHA-256 over the hash before and the entry, as a JSON array: no two entries share one writing. */
export function linkHash(previous: Uint8Array, entry: StoredEntry): Buffer {
  const { id, at, actor, action, object, result, origin, detail } = entry;
  return createHash('sha256')
    .update(previous)
    .update(JSON.stringify([id, at, actor, action, object, result, origin, detail]))
    .digest();
}
