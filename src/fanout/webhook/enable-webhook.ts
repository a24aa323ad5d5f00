import { z } from 'zod';
import type { Hub } from '../../hub.ts';
import { parse } from '../../parse.ts';
import { asHolder, type Holder, organisationOf } from './as-holder.ts';
import { findWebhook, lockWebhook, type Webhook } from './webhook.ts';

const input = z.strictObject({ webhookId: z.int().positive() });

/** Takes a webhook into use again that said it was gone, or failed for days. @throws HubError not_found */
export async function enableWebhook(
  hub: Hub,
  { by, ...raw }: z.input<typeof input> & { by: Holder },
): Promise<Webhook> {
  const { webhookId } = parse(input, raw);
  return asHolder(hub, by, async (sql) => {
    const before = await lockWebhook(sql, webhookId, organisationOf(by));
    if (!before.disabledAt) return { value: before, entry: null };
    await sql`UPDATE addresses SET disabled_at = NULL, disabled_reason = NULL WHERE id = ${webhookId}`;
    await sql`UPDATE webhooks SET failing_since = NULL, warned_at = NULL WHERE address_id = ${webhookId}`;
    const value = await findWebhook(sql, webhookId, organisationOf(by));
    return { value, entry: { action: 'enable', object: `webhook:${webhookId}` } };
  });
}
