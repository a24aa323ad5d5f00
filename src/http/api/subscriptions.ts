import { z } from '@hono/zod-openapi';
import { languages } from '../../advisory/language.ts';
import { listSubscriptions, subscriptionStates } from '../../audience/list-subscriptions.ts';
import { instant, instantOrNull, reference } from './field.ts';
import { operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const subscription = z
  .strictObject({
    id: reference,
    language: z.enum(languages),
    urgentOnly: z.boolean(),
    channel: z.string().nullable().openapi({ example: 'email' }),
    createdAt: instant,
    confirmedAt: instantOrNull,
    endedAt: instantOrNull,
    disabledAt: instantOrNull.openapi({ description: 'Since when its address does not work.' }),
  })
  .openapi('Subscription');

/** Members of the public, without where they are reached. */
export const subscriptions: Resource = {
  tag: 'Subscriptions',
  description: 'Members of the public; where they are reached is not shown.',
  operations: [
    operation({
      method: 'get',
      path: '/subscriptions',
      id: 'listSubscriptions',
      access: ['administrator', 'auditor', 'duty officer'],
      summary: 'The subscriptions, in the order in which they came',
      query: {
        ...pageQuery,
        state: z.enum(subscriptionStates).optional(),
        language: z.enum(languages).optional(),
      },
      answer: pageOf(subscription),
      handle: async ({ hub, query: { limit, cursor, ...filter } }) => {
        const page = { after: idOf(cursor), limit: limit + 1 };
        const found = await listSubscriptions(hub.sql, filter, page);
        return pageFrom([...found], limit, ({ id }) => [id]);
      },
    }),
  ],
};
