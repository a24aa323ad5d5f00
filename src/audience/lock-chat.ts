import type { Sql } from '../database/connect.ts';

/** Holds a chat until the transaction ends: two messages from it at the same moment must not make two of anything. */
export async function lockChat(sql: Sql, chat: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('chat'), hashtext(${chat}))`;
}
