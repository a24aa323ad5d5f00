import { z } from '@hono/zod-openapi';
import { tlps } from '../../../advisory/tlp.ts';
import { eventTypes } from '../../../channel/channel.ts';
import type { Webhook } from '../../../fanout/webhook/webhook.ts';
import { instant, instantOrNull, reference } from '../field.ts';
import { revision } from './organisation.ts';

const product = z
  .strictObject({
    vendor: z.string().openapi({ example: 'Citrix' }),
    product: z.string().nullable().openapi({ description: 'Null: all of this vendor’s.' }),
  })
  .openapi('WebhookProduct');

export const webhookSchema = z
  .strictObject({
    id: reference,
    organisationId: reference,
    contactId: reference,
    contact: z.string(),
    url: z.string().openapi({ example: 'https://hooks.example.nl/semafoor' }),
    form: z.enum(['thin', 'full']).openapi({
      description: 'Full has the CSAF document inside, above 256 KiB its address.',
    }),
    eventTypes: z.array(z.enum(eventTypes)).openapi({ description: 'Empty: any.' }),
    risks: z.array(z.string().openapi({ example: 'H/H' })).openapi({ description: 'Empty: any.' }),
    products: z.array(product).openapi({ description: 'Empty: any.' }),
    tlpCeiling: z.enum(tlps).openapi({ description: 'The narrowest label that goes there.' }),
    createdAt: instant,
    previousSecretUntil: instantOrNull,
    failingSince: instantOrNull,
    warnedAt: instantOrNull,
    disabledAt: instantOrNull,
    disabledReason: z.string().nullable().openapi({ example: 'HTTP 410' }),
    revision,
  })
  .openapi('Webhook', { description: 'What a partner’s machine is told, and where.' });

export const withSecret = z
  .strictObject({
    webhook: webhookSchema,
    secret: z.string().openapi({ description: 'Shown this once.', example: 'whsec_…' }),
  })
  .openapi('WebhookWithSecret');

/** The revision of an answer; what is shown is what a verb found. */
export const toWebhook = (webhook: Webhook): z.output<typeof webhookSchema> => ({ ...webhook });
