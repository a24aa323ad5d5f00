import type { Sql } from '../../database/connect.ts';

/** How many were asked for beside the ledger and have not gone yet. */
export async function countWaiting(sql: Sql, webhookId: number): Promise<number> {
  const [row] = await sql<[{ count: number }]>`
    SELECT count(*) FROM replays WHERE address_id = ${webhookId} AND ended_at IS NULL`;
  return row.count;
}
