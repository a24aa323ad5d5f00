import type { Client, Sql } from './connect.ts';

/**
 * For the rest of this transaction rows are found by index, by plans that are kept. One that was made while a table was
 * nearly empty would go on reading it whole in the burst that fills it, until PostgreSQL counts it again a minute later;
 * and a few ids look so much cheaper than the many that it keeps a plan for, that it would plan anew each time, which
 * takes longer than to find the rows. Sent at once: a query of postgres.js waits until somebody waits for it, and would
 * come after those of an async function that is called behind it.
 */
export const byIndex = (sql: Sql) =>
  sql`
  SELECT set_config('enable_seqscan', 'off', true), set_config('plan_cache_mode', 'force_generic_plan', true)`.execute();

/** Runs one statement that finds its rows by index. */
export function askByIndex<T>(client: Client, ask: (sql: Sql) => PromiseLike<T>): Promise<T> {
  return client.begin(
    async (sql) => (await Promise.all([byIndex(sql), ask(sql)]))[1],
  ) as Promise<T>;
}
