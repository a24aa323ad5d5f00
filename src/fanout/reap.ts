import { askByIndex } from '../database/by-index.ts';
import type { Hub } from '../hub.ts';

/**
 * Takes back deliveries whose lease ran out: their dispatcher was killed or hangs. They may have been handed over, so
 * they are in doubt, and go again with the same Message-ID. The promise is how many. The index of leases says which; an
 * array of ids is looked up by the primary key, where a join to them may be planned as a walk through the whole ledger.
 */
export async function reap(hub: Hub): Promise<number> {
  const reaped = await askByIndex(
    hub.sql,
    (sql) => sql`
    UPDATE deliveries
    SET state = 'queued', lease_id = NULL, leased_until = NULL, due_at = clock_timestamp(),
        handed_at = coalesce(handed_at, hub_now()), detail = 'in doubt: the dispatcher went away'
    WHERE id = ANY(ARRAY(SELECT id FROM deliveries WHERE state = 'sending' AND leased_until < now()
                         ORDER BY leased_until LIMIT 5000 FOR UPDATE SKIP LOCKED))`,
  );
  return reaped.count;
}
