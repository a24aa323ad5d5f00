import { putOutOfUse } from '../../audience/put-out-of-use.ts';
import type { Hub } from '../../hub.ts';
import { openWebhookTasks } from './open-webhook-tasks.ts';

/** In hours: so long a message is tried, so long an endpoint may fail. */
const patienceHours = 75;

/**
 * Disables endpoints that took nothing for as long as a message is tried, a day after their contact was warned; where
 * nobody could be warned, after a week. One that was tried once and never again is left alone: that proves nothing.
 */
export async function disableWebhooks({ sql }: Hub): Promise<void> {
  await sql.begin(async (sql) => {
    const failing = await sql<{ addressId: number }[]>`
      SELECT w.address_id FROM webhooks w JOIN addresses a ON a.id = w.address_id
      WHERE a.disabled_at IS NULL AND w.failing_since < clock_timestamp() - ${patienceHours} * interval '1 hour'
        AND (w.warned_at < clock_timestamp() - interval '24 hours'
             OR w.failing_since < clock_timestamp() - interval '7 days')
        AND EXISTS (SELECT FROM webhook_attempts t
                    WHERE t.address_id = w.address_id AND t.at > w.failing_since + interval '24 hours')
      ORDER BY w.address_id FOR UPDATE OF w SKIP LOCKED`;
    if (failing.length === 0) return;
    const reason = `it took nothing for ${patienceHours} hours`;
    const dead = failing.map(({ addressId }) => ({ addressId, reason }));
    await putOutOfUse(sql, dead);
    await openWebhookTasks(sql, dead);
  });
}
