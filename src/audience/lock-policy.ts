import type { Sql } from '../database/connect.ts';

/** Lets one change of the policy happen at a time: its lines have an order among them. Until the transaction ends. */
export async function lockPolicy(sql: Sql): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtext('policy'))`;
}
