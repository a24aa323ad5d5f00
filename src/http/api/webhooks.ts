import { z } from '@hono/zod-openapi';
import { languages } from '../../advisory/language.ts';
import { addWebhook, webhookInput } from '../../fanout/webhook/add-webhook.ts';
import { changeWebhook, webhookEdit } from '../../fanout/webhook/change-webhook.ts';
import { enableWebhook } from '../../fanout/webhook/enable-webhook.ts';
import { endWebhook } from '../../fanout/webhook/end-webhook.ts';
import { listWebhookContacts } from '../../fanout/webhook/list-webhook-contacts.ts';
import { overseers, senders } from '../../fanout/webhook/overseers.ts';
import { replaceSecret } from '../../fanout/webhook/replace-secret.ts';
import { findWebhook, listWebhooks } from '../../fanout/webhook/webhook.ts';
import { id, named, reference } from './field.ts';
import { operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { holderOf, ownOf, partnerOf } from './partner.ts';
import { toWebhook, webhookSchema, withSecret } from './representation/webhook.ts';

const params = { webhookId: id };
const contact = z
  .strictObject({
    id: reference,
    name: z.string(),
    functional: z.boolean(),
    language: z.enum(languages),
    roles: z.array(z.string().openapi({ example: 'SOC' })),
  })
  .openapi('WebhookContact');

/** What partners' machines are told, and where. */
export const webhooks: Resource = {
  tag: 'Webhooks',
  description: `A partner’s machine is told what one of its contacts is told: a CloudEvent, signed as Standard Webhooks has it.
A filter speaks of what is new: who got a version gets the next one, its correction and its withdrawal. Up to the ceiling
of its key a partner makes its own; a duty officer, administrator or auditor sees them all, and never a secret.`,
  operations: [
    operation({
      method: 'get',
      path: '/webhook-contacts',
      id: 'listWebhookContacts',
      access: [],
      partners: true,
      summary: 'The contacts of yours at whose side a machine may be told',
      query: pageQuery,
      answer: pageOf(contact),
      handle: async ({ hub, caller, query: { limit, cursor } }) => {
        const { organisationId } = partnerOf(caller);
        const page = { organisationId, after: idOf(cursor) ?? 0, limit: limit + 1 };
        return pageFrom(await listWebhookContacts(hub.sql, page), limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'get',
      path: '/webhooks',
      id: 'listWebhooks',
      access: overseers,
      partners: true,
      summary: 'Your webhooks, or for staff everybody’s',
      query: pageQuery,
      answer: pageOf(webhookSchema),
      handle: async ({ hub, caller, query: { limit, cursor } }) => {
        const page = { after: idOf(cursor) ?? 0, limit: limit + 1 };
        const found = await listWebhooks(hub.sql, { organisationId: ownOf(caller), ...page });
        return pageFrom(found.map(toWebhook), limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'post',
      path: '/webhooks',
      id: 'addWebhook',
      access: [],
      partners: true,
      summary: 'Have a machine told',
      body: named(webhookInput, 'WebhookDraft'),
      answer: withSecret,
      location: ({ webhook }) => `/webhooks/${webhook.id}`,
      repeatable: false,
      handle: async ({ hub, caller, body }) => {
        const made = await addWebhook(hub, { ...body, partner: partnerOf(caller) });
        return { webhook: toWebhook(made.webhook), secret: made.secret };
      },
    }),
    operation({
      method: 'get',
      path: '/webhooks/{webhookId}',
      id: 'getWebhook',
      access: overseers,
      partners: true,
      summary: 'A webhook',
      params,
      answer: webhookSchema,
      handle: async ({ hub, caller, params }) =>
        toWebhook(await findWebhook(hub.sql, params.webhookId, ownOf(caller))),
    }),
    operation({
      method: 'patch',
      path: '/webhooks/{webhookId}',
      id: 'changeWebhook',
      access: [],
      partners: true,
      summary: 'Change where a machine is told, and of what',
      description: 'What waits for the old endpoint goes to the new one.',
      params,
      body: named(webhookEdit, 'WebhookEdit'),
      answer: webhookSchema,
      tagged: true,
      ifMatch: async ({ hub, caller, params }) =>
        toWebhook(await findWebhook(hub.sql, params.webhookId, ownOf(caller))),
      handle: async ({ hub, caller, params, body, seen }) => {
        const wish = { ...params, ...body, expected: seen.revision };
        return toWebhook(await changeWebhook(hub, { ...wish, partner: partnerOf(caller) }));
      },
    }),
    operation({
      method: 'delete',
      path: '/webhooks/{webhookId}',
      id: 'endWebhook',
      access: ['administrator'],
      partners: true,
      summary: 'End a webhook and forget its secret',
      params,
      ifMatch: async ({ hub, caller, params }) =>
        toWebhook(await findWebhook(hub.sql, params.webhookId, ownOf(caller))),
      handle: async ({ hub, caller, params, seen }) => {
        await endWebhook(hub, { ...params, expected: seen.revision, by: holderOf(caller) });
        return undefined;
      },
    }),
    operation({
      method: 'post',
      path: '/webhooks/{webhookId}/secret',
      id: 'replaceWebhookSecret',
      access: [],
      partners: true,
      summary: 'Replace the secret; for a while both sign',
      params,
      body: z
        .strictObject({
          overlapHours: z.int().min(0).max(168).default(24).openapi({
            description: 'For so long the one before signs too; 0 for one that leaked.',
          }),
        })
        .openapi('SecretReplacement'),
      answer: withSecret,
      repeatable: false,
      handle: async ({ hub, caller, params, body }) => {
        const wish = { ...params, ...body, partner: partnerOf(caller) };
        const { webhook, secret } = await replaceSecret(hub, wish);
        return { webhook: toWebhook(webhook), secret };
      },
    }),
    operation({
      method: 'delete',
      path: '/webhooks/{webhookId}/disablement',
      id: 'enableWebhook',
      access: senders,
      partners: true,
      summary: 'Take a webhook into use again',
      params,
      answer: webhookSchema,
      handle: async ({ hub, caller, params }) =>
        toWebhook(await enableWebhook(hub, { ...params, by: holderOf(caller) })),
    }),
  ],
};
