import { z } from 'zod';
import { laneOf } from '../../audience/address.ts';
import { given } from '../../audience/given.ts';
import { expected, requireExpected } from '../../audience/revision.ts';
import { conflictOn } from '../../database/conflict.ts';
import type { Hub } from '../../hub.ts';
import type { Partner } from '../../operator/caller.ts';
import { parse } from '../../parse.ts';
import { asHolder } from './as-holder.ts';
import { judgeWebhook } from './judge-webhook.ts';
import { findWebhook, lockWebhook, type Webhook, webhookFields } from './webhook.ts';

export const webhookEdit = z.strictObject(webhookFields).partial();
const input = webhookEdit.extend({ webhookId: z.int().positive(), expected });

/**
 * Changes where a partner's machine is told and of what. It stays the same address: what waits for the endpoint goes to
 * the new one, and who follows an advisory goes on following it.
 * @throws HubError not_found | invalid | conflict | precondition_failed
 */
export async function changeWebhook(
  hub: Hub,
  { partner, ...raw }: z.input<typeof input> & { partner: Partner },
): Promise<Webhook> {
  const { webhookId, expected, url, tlpCeiling, products, ...columns } = parse(input, raw);
  judgeWebhook(hub, partner, { url, tlpCeiling, eventTypes: columns.eventTypes });
  const { organisationId } = partner;
  return asHolder(hub, { partner }, async (sql) => {
    requireExpected(await lockWebhook(sql, webhookId, organisationId), expected);
    const lane = url === undefined ? undefined : laneOf({ channel: 'webhook', target: url });
    const place = given({ target: url, lane, tlpCeiling });
    if (Object.keys(place).length > 0)
      await sql`UPDATE addresses SET ${sql(place)} WHERE id = ${webhookId}`.catch(
        conflictOn('This contact has a webhook there already.'),
      );
    const told = { ...given(columns), ...(products && { products: sql.json(products) }) };
    if (Object.keys(told).length > 0)
      await sql`UPDATE webhooks SET ${sql(told as never)} WHERE address_id = ${webhookId}`;
    const fields = Object.keys({ ...given(raw) }).filter(
      (name) => name !== 'webhookId' && name !== 'expected',
    );
    const entry = { action: 'change', object: `webhook:${webhookId}`, detail: { fields } };
    return { value: await findWebhook(sql, webhookId, organisationId), entry };
  });
}
