import type { Sql } from './database/connect.ts';

/** One row of the audit trail: who did what to what, and how that ended. */
export type Entry = {
  /** `operator:3`, `contact:7`, `system`. */
  actor: string;
  /** A verb of the trade: `publish`, `approve`, `expand`. */
  action: string;
  /** What it was done to: `version:12`. */
  object: string;
  result?: 'ok' | 'refused' | 'failed';
  /** Where the deed came in: `console`, `api`, `link`, `cli`; `hub` when it did it of itself. */
  origin?: string;
  /** Ids, counts and salted hashes; never personal data, for these rows outlive every retention term. */
  detail?: Record<string, unknown>;
};

/**
 * Writes an audit entry in the caller's transaction, so that no change stands without its row.
 * The chain is laid later by one chainer: linking here would serialise every writer.
 */
export async function record(
  sql: Sql,
  { actor, action, object, result = 'ok', origin = 'hub', detail = {} }: Entry,
): Promise<void> {
  await sql`
    INSERT INTO audit_entries (at, actor, action, object, result, origin, detail)
    VALUES (hub_now(), ${actor}, ${action}, ${object}, ${result}, ${origin}, ${sql.json(detail as never)})`;
}
