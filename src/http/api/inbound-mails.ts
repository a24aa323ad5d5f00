import { z } from '@hono/zod-openapi';
import { outcomes } from '../../acknowledgement/inbound/outcome.ts';
import { takeMail } from '../../acknowledgement/inbound/take-mail.ts';
import { HubError } from '../../errors.ts';
import { operation, type Resource } from './operation.ts';

const message = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .openapi('InboundMessage', {
    type: 'string',
    description: 'A message as it came, of at most 1 MB (RFC 5322).',
  });

/** Mail that comes back, from a mail server's pipe or a provider's hook instead of the listener. */
export const inboundMails: Resource = {
  tag: 'Inbound mail',
  description:
    'Reports, answers and unsubscriptions that came to an address that the hub gave out.',
  operations: [
    operation({
      method: 'post',
      path: '/inbound-mails',
      id: 'takeInboundMail',
      access: ['duty officer'],
      summary: 'Bring a message that came back',
      description:
        'What makes no sense is dropped and counted, and answered 200 with why. 409 says that its delivery is not settled yet: bring it again later.',
      query: {
        recipient: z
          .string()
          .min(3)
          .max(320)
          .openapi({ example: 'bounce+7.abcdefghij@bounces.example.nl' }),
        sender: z.string().max(320).default('').openapi({
          description: 'Of the envelope; empty for a report.',
          example: 'karim@water.example',
        }),
      },
      consumes: 'message/rfc822',
      body: message,
      repeatable: false,
      answer: z
        .strictObject({
          outcome: z.enum(outcomes),
          reason: z.string().nullable().openapi({ description: 'Why it was dropped or doubted.' }),
        })
        .openapi('InboundOutcome'),
      handle: async ({ hub, query, body }) => {
        const taken = await takeMail(hub, { ...query, raw: body });
        if (taken.outcome !== 'early') return taken;
        throw new HubError('conflict', 'Its delivery is not settled yet: bring it again later.');
      },
    }),
  ],
};
