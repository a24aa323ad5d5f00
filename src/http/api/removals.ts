import { z } from '@hono/zod-openapi';
import { findAdvisory } from '../../advisory/advisory.ts';
import { listRemovals } from '../../audience/list-removals.ts';
import { removeFollower } from '../../audience/remove-follower.ts';
import { trackingIdParam } from './advisories.ts';
import { id, instant, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const reason = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .openapi({ example: 'It asked not to hear of this.' });
const removal = z
  .strictObject({
    id: reference,
    trackingId: z.string().openapi({ example: 'NCSC-2019-0979' }),
    addressId: reference,
    contactId: reference.nullable(),
    channel: z.string().openapi({ example: 'email' }),
    reason: z.string(),
    operatorId: reference,
    at: instant,
  })
  .openapi('Removal');

/** Addresses that no longer follow an advisory, with a written reason. */
export const removals: Resource = {
  tag: 'Removals',
  description:
    'An address that was taken off an advisory: its next versions show it as skipped, with the reason.',
  operations: [
    operation({
      method: 'get',
      path: '/removals',
      id: 'listRemovals',
      access: everyone,
      summary: 'Who was taken off which advisory, the newest first',
      query: { ...pageQuery, trackingId: trackingIdParam.optional(), contactId: id.optional() },
      answer: pageOf(removal),
      handle: async ({ hub, query: { limit, cursor, trackingId, contactId } }) => {
        const filter = { contactId, trackingId };
        const found = await listRemovals(hub.sql, filter, {
          after: idOf(cursor),
          limit: limit + 1,
        });
        const items = found.map(({ advisoryId: _, contact: __, ...rest }) => rest);
        return pageFrom(items, limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'post',
      path: '/advisories/{trackingId}/removals',
      id: 'removeFollower',
      access: ['duty officer', 'approver'],
      summary: 'Take an address off an advisory',
      params: { trackingId: trackingIdParam },
      body: z.strictObject({ addressId: reference, reason }).openapi('RemovalDraft'),
      handle: async ({ hub, operatorId, params, body }) => {
        const { id: advisoryId } = await findAdvisory(hub.sql, params.trackingId);
        await removeFollower(hub, { advisoryId, ...body, operatorId });
        return undefined;
      },
    }),
  ],
};
