import type { Hub } from '../hub.ts';

/**
 * Takes back deliveries whose lease ran out: their dispatcher was killed or hangs. They may have been handed over, so
 * they are in doubt, and go again with the same Message-ID. The promise is how many.
 */
export async function reap(hub: Hub): Promise<number> {
  const reaped = await hub.sql`
    UPDATE deliveries
    SET state = 'queued', lease_id = NULL, leased_until = NULL, due_at = clock_timestamp(),
        handed_at = coalesce(handed_at, hub_now()), detail = 'in doubt: the dispatcher went away'
    WHERE id IN (SELECT id FROM deliveries WHERE state = 'sending' AND leased_until < clock_timestamp()
                 ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED)`;
  return reaped.count;
}
