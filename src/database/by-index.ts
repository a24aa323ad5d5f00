import type { Sql } from './connect.ts';

/**
 * For the rest of this transaction rows are found by index. Plans are kept, and one that was made while a table was
 * nearly empty goes on reading it whole in the burst that fills it, until PostgreSQL counts it again a minute later.
 */
export const byIndex = (sql: Sql) => sql`SELECT set_config('enable_seqscan', 'off', true)`;
