import type { Sql } from '../../database/connect.ts';

/** One try of an endpoint. */
export type ListedAttempt = {
  id: number;
  /** Null for a test event. */
  deliveryId: number | null;
  /** The `webhook-id` of the message. */
  eventId: string;
  /** Null when no answer came. */
  status: number | null;
  /** The start of the answer, or why there was none. */
  answer: string;
  durationMs: number;
  at: Date;
};

/** The newest tries of a webhook; the hub keeps a hundred. */
export function listAttempts(
  sql: Sql,
  { webhookId, before, limit }: { webhookId: number; before: number | null; limit: number },
) {
  return sql<ListedAttempt[]>`
    SELECT id, nullif(delivery_id, 0) AS delivery_id, key AS event_id, status, answer, duration_ms, at
    FROM webhook_attempts
    WHERE address_id = ${webhookId} AND (${before}::bigint IS NULL OR id < ${before})
    ORDER BY id DESC LIMIT ${limit}`;
}
