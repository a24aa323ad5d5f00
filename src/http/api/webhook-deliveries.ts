import { z } from '@hono/zod-openapi';
import { formatOrdinal } from '../../advisory/ordinal.ts';
import { reasons } from '../../fanout/reason.ts';
import { deliveryStates } from '../../fanout/state.ts';
import { askReplay } from '../../fanout/webhook/ask-replay.ts';
import { askTest } from '../../fanout/webhook/ask-test.ts';
import { listAttempts } from '../../fanout/webhook/list-attempts.ts';
import {
  listWebhookDeliveries,
  type WebhookDelivery,
} from '../../fanout/webhook/list-webhook-deliveries.ts';
import { overseers, senders } from '../../fanout/webhook/overseers.ts';
import { mostRecovered, recover } from '../../fanout/webhook/recover.ts';
import { findWebhook } from '../../fanout/webhook/webhook.ts';
import { id, instant, instantOrNull, moment } from './field.ts';
import { operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { holderOf, ownOf } from './partner.ts';

const params = { webhookId: id };
const ledgerId = z.int().positive().max(Number.MAX_SAFE_INTEGER).openapi({ example: 7 });

const deliverySchema = z
  .strictObject({
    id: ledgerId,
    reason: z.enum(reasons),
    trackingId: z.string().nullable().openapi({
      description: 'Null where only a pointer goes, which does not say.',
      example: 'NCSC-2019-0979',
    }),
    version: z.string().nullable().openapi({ example: '1.02' }),
    form: z.enum(['full', 'pointer']),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    decidedAt: instant,
    dueAt: instantOrNull,
    settledAt: instantOrNull,
    detail: z.string().nullable().openapi({ example: 'HTTP 503' }),
  })
  .openapi('WebhookDelivery');

function toDelivery({ ordinal, ...row }: WebhookDelivery): z.output<typeof deliverySchema> {
  return { ...row, version: ordinal === null ? null : formatOrdinal(ordinal) };
}

const attemptSchema = z
  .strictObject({
    id: ledgerId,
    deliveryId: ledgerId.nullable().openapi({ description: 'Null for a test event.' }),
    eventId: z.string().openapi({ description: 'The webhook-id of the message.' }),
    status: z.int().nullable().openapi({ description: 'Null: no answer came.', example: 503 }),
    answer: z.string().openapi({ description: 'How the answer began, or why there was none.' }),
    durationMs: z.int(),
    at: instant,
  })
  .openapi('WebhookAttempt');

/** What became of what a partner's machine was told, and telling it once more. */
export const webhookDeliveries: Resource = {
  tag: 'Webhook deliveries',
  description:
    'What a webhook was told, how each try ended, and what to do about it: a test, one delivery again, everything that was missed.',
  operations: [
    operation({
      method: 'get',
      path: '/webhooks/{webhookId}/deliveries',
      id: 'listWebhookDeliveries',
      access: overseers,
      partners: true,
      summary: 'What a webhook was told, the newest first',
      params,
      query: pageQuery,
      answer: pageOf(deliverySchema),
      handle: async ({ hub, caller, params: { webhookId }, query: { limit, cursor } }) => {
        await findWebhook(hub.sql, webhookId, ownOf(caller));
        const wish = { webhookId, before: idOf(cursor), limit: limit + 1 };
        const found = await listWebhookDeliveries(hub.sql, wish);
        return pageFrom(found.map(toDelivery), limit, (row) => [row.id]);
      },
    }),
    operation({
      method: 'get',
      path: '/webhooks/{webhookId}/attempts',
      id: 'listWebhookAttempts',
      access: overseers,
      partners: true,
      summary: 'The last hundred tries of a webhook, the newest first',
      params,
      query: pageQuery,
      answer: pageOf(attemptSchema),
      handle: async ({ hub, caller, params: { webhookId }, query: { limit, cursor } }) => {
        await findWebhook(hub.sql, webhookId, ownOf(caller));
        const wish = { webhookId, before: idOf(cursor), limit: limit + 1 };
        return pageFrom(await listAttempts(hub.sql, wish), limit, (row) => [row.id]);
      },
    }),
    operation({
      method: 'post',
      path: '/webhooks/{webhookId}/tests',
      id: 'testWebhook',
      access: senders,
      partners: true,
      summary: 'Send a test event; its outcome stands among the attempts',
      params,
      handle: async ({ hub, caller, params }) => {
        await askTest(hub, { ...params, by: holderOf(caller) });
        return undefined;
      },
    }),
    operation({
      method: 'post',
      path: '/webhooks/{webhookId}/replays',
      id: 'replayWebhookDelivery',
      access: senders,
      partners: true,
      summary: 'Send a delivery once more, with the same webhook-id',
      params,
      body: z.strictObject({ deliveryId: ledgerId }).openapi('Replay'),
      handle: async ({ hub, caller, params, body }) => {
        await askReplay(hub, { ...params, ...body, by: holderOf(caller) });
        return undefined;
      },
    }),
    operation({
      method: 'post',
      path: '/webhooks/{webhookId}/recoveries',
      id: 'recoverWebhook',
      access: senders,
      partners: true,
      summary: 'Send everything that was decided within a time and never taken',
      description: `What failed, and what came while the webhook was out of use and would have gone there: past its filter and ceiling as they were then, and as they are now. The oldest first, each once, at most ${mostRecovered} at once. Of what was withdrawn since nothing comes, of what was corrected the correction.`,
      params,
      body: z.strictObject({ since: moment, until: moment.optional() }).openapi('Recovery'),
      answer: z
        .strictObject({
          deliveries: z.int(),
          more: z.boolean().openapi({ description: 'Ask again when these are through.' }),
        })
        .openapi('Recovered'),
      handle: async ({ hub, caller, params, body: { since, until } }) => {
        const wish = { ...params, since, ...(until && { until }) };
        return recover(hub, { ...wish, by: holderOf(caller) });
      },
    }),
  ],
};
