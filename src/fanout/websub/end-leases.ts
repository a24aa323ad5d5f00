import { record } from '../../audit.ts';
import type { Hub } from '../../hub.ts';

/** Drops what was not renewed in time (W3C WebSub §5.1), a hundred at once. */
export async function endLeases(hub: Hub): Promise<void> {
  await hub.sql.begin(async (sql) => {
    const ended = await sql<{ id: number }[]>`
      DELETE FROM websub_subscriptions
      WHERE id IN (SELECT id FROM websub_subscriptions WHERE expires_at <= clock_timestamp()
                   ORDER BY id LIMIT 100 FOR UPDATE SKIP LOCKED)
      RETURNING id`;
    for (const { id } of ended) {
      const detail = { reason: 'its lease ran out' };
      await record(sql, { actor: 'system', action: 'end', object: `websub:${id}`, detail });
    }
  });
}
