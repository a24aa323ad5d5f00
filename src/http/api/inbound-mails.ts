import { z } from '@hono/zod-openapi';
import { dropReasons } from '../../acknowledgement/inbound/drop-reason.ts';
import { listDroppedMails, listInboundCounts } from '../../acknowledgement/inbound/list-inbound.ts';
import { outcomes } from '../../acknowledgement/inbound/outcome.ts';
import { takeMail } from '../../acknowledgement/inbound/take-mail.ts';
import { HubError } from '../../errors.ts';
import { instant, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery, placeOf } from './page.ts';

const message = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .openapi('InboundMessage', {
    type: 'string',
    description: 'A message as it came, of at most 1 MB (RFC 5322).',
  });

const counted = z
  .strictObject({
    day: z.iso.date().openapi({ example: '2020-01-17' }),
    outcome: z.enum(outcomes),
    reason: z.string().nullable(),
    messages: z.int().positive(),
  })
  .openapi('InboundCount');

const dropped = z
  .strictObject({
    id: reference,
    at: instant,
    reason: z.enum(dropReasons),
    deliveryId: z.int().nullable(),
    dispatchId: reference.nullable(),
    trackingId: z.string().nullable(),
    contactId: reference.nullable(),
    contact: z.string().nullable(),
    organisations: z.array(z.string()),
  })
  .openapi('DroppedMail');

const countPlace = z.tuple([z.iso.date(), z.string().max(200), z.string().max(500)]);

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
    operation({
      method: 'get',
      path: '/inbound-counts',
      id: 'listInboundCounts',
      access: everyone,
      summary: 'How much mail came back, by day and by what became of it, the newest day first',
      query: pageQuery,
      answer: pageOf(counted),
      handle: async ({ hub, query: { limit, cursor } }) => {
        const after = placeOf(cursor, countPlace);
        const found = await listInboundCounts(hub.sql, { after, limit: limit + 1 });
        return pageFrom(found, limit, (row) => [row.day, row.outcome, row.reason ?? '']);
      },
    }),
    operation({
      method: 'get',
      path: '/dropped-mails',
      id: 'listDroppedMails',
      access: everyone,
      summary: 'The newest mail that came back and changed nothing, with why',
      description: 'Of the mail itself nothing is kept. The newest 500 are here; all are counted.',
      query: pageQuery,
      answer: pageOf(dropped),
      handle: async ({ hub, query: { limit, cursor } }) => {
        const found = await listDroppedMails(hub.sql, { before: idOf(cursor), limit: limit + 1 });
        return pageFrom(found, limit, (row) => [row.id]);
      },
    }),
  ],
};
