import { z } from 'zod';
import { laneOf } from '../../audience/address.ts';
import { inventSecret } from '../../channel/webhook/sign.ts';
import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import type { Partner } from '../../operator/caller.ts';
import { seal } from '../../operator/sealed.ts';
import { parse } from '../../parse.ts';
import { asHolder } from './as-holder.ts';
import { judgeWebhook } from './judge-webhook.ts';
import { findWebhook, type Webhook, webhookFields } from './webhook.ts';

/** So many may one organisation have. */
export const mostWebhooks = 20;

export const webhookInput = z.strictObject({
  contactId: z.int().positive(),
  url: webhookFields.url,
  form: webhookFields.form.default('thin'),
  eventTypes: webhookFields.eventTypes.default([]),
  risks: webhookFields.risks.default([]),
  products: webhookFields.products.default([]),
  tlpCeiling: webhookFields.tlpCeiling.optional(),
});

type Asked = z.output<typeof webhookInput>;

/**
 * Lets a partner's machine be told what one of its contacts is told. The secret is shown this once.
 * @throws HubError invalid | conflict
 */
export async function addWebhook(
  hub: Hub,
  { partner, ...raw }: z.input<typeof webhookInput> & { partner: Partner },
): Promise<{ webhook: Webhook; secret: string }> {
  const asked = parse(webhookInput, raw);
  judgeWebhook(hub, partner, asked);
  const secret = inventSecret();
  const sealed = await seal(hub, secret);
  const { organisationId } = partner;
  const webhook = await asHolder(hub, { partner }, async (sql) => {
    await requireRoom(sql, organisationId);
    await requireContact(sql, organisationId, asked.contactId);
    const addressId = await openAddress(sql, asked, partner);
    const { form, eventTypes, risks, products } = asked;
    await sql`
      INSERT INTO webhooks (address_id, organisation_id, form, event_types, risks, products, secret)
      VALUES (${addressId}, ${organisationId}, ${form}, ${eventTypes}::text[], ${risks}::text[], ${sql.json(products)}, ${sealed})`;
    const entry = {
      action: 'add',
      object: `webhook:${addressId}`,
      detail: { contactId: asked.contactId },
    };
    return { value: await findWebhook(sql, addressId, organisationId), entry };
  });
  return { webhook, secret };
}

async function requireRoom(sql: Sql, organisationId: number): Promise<void> {
  // One at a time per organisation: two at once would each see the room for one.
  await sql`SELECT FROM organisations WHERE id = ${organisationId} FOR NO KEY UPDATE`;
  const [had] = await sql<[{ count: number }]>`
    SELECT count(*) FROM webhooks WHERE organisation_id = ${organisationId}`;
  if (had.count < mostWebhooks) return;
  throw new HubError('conflict', `You have ${mostWebhooks} webhooks: end one first.`);
}

async function requireContact(sql: Sql, organisationId: number, contactId: number): Promise<void> {
  const [contact] = await sql`
    SELECT FROM contact_organisations co JOIN contacts c ON c.id = co.contact_id
    WHERE co.organisation_id = ${organisationId} AND c.id = ${contactId} AND c.removed_at IS NULL LIMIT 1`;
  if (contact) return;
  const message = 'This is not one of your contacts: GET /webhook-contacts lists them.';
  throw new HubError('invalid', message, [{ path: 'contactId', message }]);
}

/** An endpoint that was used before is the same address again: who was told there is still who was told. */
async function openAddress(sql: Sql, asked: Asked, partner: Partner): Promise<number> {
  const { contactId, url, tlpCeiling = partner.tlpCeiling } = asked;
  const lane = laneOf({ channel: 'webhook', target: url });
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO addresses (contact_id, channel, target, lane, tlp_ceiling, verified_at)
    VALUES (${contactId}, 'webhook', ${url}, ${lane}, ${tlpCeiling}, hub_now())
    ON CONFLICT (channel, target, contact_id, subscription_id)
    DO UPDATE SET tlp_ceiling = excluded.tlp_ceiling, verified_at = hub_now(), disabled_at = NULL, disabled_reason = NULL
    WHERE NOT EXISTS (SELECT FROM webhooks w WHERE w.address_id = addresses.id)
    RETURNING id`;
  if (row) return row.id;
  throw new HubError('conflict', 'This contact has a webhook there already: change that one.');
}
