import type { Sql } from '../database/connect.ts';

/** How far the trail is linked and signed. */
export type ChainState = {
  /** Entries in the chain. */
  linked: number;
  /** Entries that the chainer has not come to yet. */
  waiting: number;
  /** The newest signed end. */
  signed: { position: number; at: Date } | null;
};

/** Reads how far the chain is; nothing is recomputed. */
export async function findChain(sql: Sql): Promise<ChainState> {
  const [[counts], [signed]] = await Promise.all([
    sql<[{ linked: number; waiting: number }]>`
      SELECT coalesce((SELECT max(position) FROM audit_entries), 0) AS linked,
             (SELECT count(*) FROM audit_entries WHERE position IS NULL) AS waiting`,
    sql<{ position: number; at: Date }[]>`
      SELECT position, at FROM audit_heads ORDER BY position DESC LIMIT 1`,
  ]);
  return { ...counts, signed: signed ?? null };
}
