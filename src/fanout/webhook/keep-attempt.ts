import type { Attempt } from '../../channel/webhook/webhook.ts';
import type { Hub } from '../../hub.ts';
import { storable } from '../settle.ts';

/** So many tries of an endpoint are kept. */
const kept = 100;

/**
 * Keeps what came of a try for who owns the endpoint, and since when nothing arrives. What cannot be kept is in the log:
 * the message was sent all the same.
 */
export async function keepAttempt(hub: Hub, attempt: Attempt): Promise<void> {
  const { addressId, deliveryId, key, status, durationMs } = attempt;
  const arrived = status !== null && status >= 200 && status < 300;
  try {
    await hub.sql`
      WITH tried AS (
        INSERT INTO webhook_attempts (address_id, delivery_id, key, status, answer, duration_ms)
        VALUES (${addressId}, ${deliveryId}, ${key}, ${status}, ${storable(attempt.answer)}, ${durationMs})
      ), old AS (
        DELETE FROM webhook_attempts
        WHERE address_id = ${addressId}
          AND id <= (SELECT id FROM webhook_attempts WHERE address_id = ${addressId}
                     ORDER BY id DESC OFFSET ${kept - 1} LIMIT 1)
      )
      UPDATE webhooks
      SET failing_since = CASE WHEN ${!arrived} THEN clock_timestamp() END, warned_at = NULL
      WHERE address_id = ${addressId}
        -- Nothing is written where nothing changes.
        AND (CASE WHEN ${arrived} THEN failing_since IS NOT NULL OR warned_at IS NOT NULL ELSE failing_since IS NULL END)`;
  } catch (error) {
    hub.log.error({ err: error, addressId, deliveryId }, 'a try of a webhook could not be kept');
  }
}
