import { z } from 'zod';
import { inventSecret } from '../../channel/webhook/sign.ts';
import type { Hub } from '../../hub.ts';
import type { Partner } from '../../operator/caller.ts';
import { seal } from '../../operator/sealed.ts';
import { parse } from '../../parse.ts';
import { asHolder } from './as-holder.ts';
import { findWebhook, lockWebhook, type Webhook } from './webhook.ts';

const input = z.strictObject({
  webhookId: z.int().positive(),
  /** For so long the one before signs too; 0 for one that leaked. */
  overlapHours: z.int().min(0).max(168).default(24),
});

/** Gives a webhook a new secret, shown this once; for a while every message bears both signatures. @throws HubError not_found */
export async function replaceSecret(
  hub: Hub,
  { partner, ...raw }: z.input<typeof input> & { partner: Partner },
): Promise<{ webhook: Webhook; secret: string }> {
  const { webhookId, overlapHours } = parse(input, raw);
  const { organisationId } = partner;
  const secret = inventSecret();
  const sealed = await seal(hub, secret);
  const webhook = await asHolder(hub, { partner }, async (sql) => {
    await lockWebhook(sql, webhookId, organisationId);
    await sql`
      UPDATE webhooks
      SET secret = ${sealed}, previous_secret = CASE WHEN ${overlapHours > 0} THEN secret END,
          previous_until = CASE WHEN ${overlapHours > 0} THEN clock_timestamp() + ${overlapHours} * interval '1 hour' END
      WHERE address_id = ${webhookId}`;
    const entry = {
      action: 'replace secret',
      object: `webhook:${webhookId}`,
      detail: { overlapHours },
    };
    return { value: await findWebhook(sql, webhookId, organisationId), entry };
  });
  return { webhook, secret };
}
