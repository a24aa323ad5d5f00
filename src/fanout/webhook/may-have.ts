import type { Sql } from '../../database/connect.ts';

/** Whether the other side may have a message, over `deliveries d`: a machine may answer before its answer is written down. */
export const mayHave = (sql: Sql) => sql`
  (d.handed_at IS NOT NULL OR d.state = 'sending'
   OR EXISTS (SELECT FROM replays r WHERE r.delivery_id = d.id AND r.attempts > 0))`;
