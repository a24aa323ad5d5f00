import type { Form } from '../../audience/ceiling.ts';
import type { Sql } from '../../database/connect.ts';
import type { Reason } from '../reason.ts';
import type { DeliveryState } from '../state.ts';

/** A delivery to a partner's endpoint, as its owner sees it. */
export type WebhookDelivery = {
  id: number;
  reason: Reason;
  /** Null where only a pointer goes, which does not say; and for a notice about none. */
  trackingId: string | null;
  ordinal: number | null;
  form: Form;
  state: DeliveryState;
  attempts: number;
  decidedAt: Date;
  /** When it is tried next, in real time. */
  dueAt: Date | null;
  settledAt: Date | null;
  detail: string | null;
};

/** The deliveries of a webhook, the newest first. */
export function listWebhookDeliveries(
  sql: Sql,
  { webhookId, before, limit }: { webhookId: number; before: number | null; limit: number },
) {
  return sql<WebhookDelivery[]>`
    SELECT d.id, p.reason, d.form, d.state, d.attempts, p.created_at AS decided_at, d.settled_at, d.detail,
           CASE WHEN d.form = 'full' THEN a.tracking_id END AS tracking_id,
           CASE WHEN d.form = 'full' THEN v.ordinal END AS ordinal,
           CASE WHEN d.state = 'queued' THEN d.due_at END AS due_at
    FROM deliveries d
    JOIN dispatches p      ON p.id = d.dispatch_id
    LEFT JOIN versions v   ON v.id = p.version_id
    LEFT JOIN notices n    ON n.id = p.notice_id
    LEFT JOIN advisories a ON a.id = coalesce(v.advisory_id, n.advisory_id)
    WHERE d.address_id = ${webhookId} AND d.channel = 'webhook' AND (${before}::bigint IS NULL OR d.id < ${before})
    ORDER BY d.id DESC LIMIT ${limit}`;
}
