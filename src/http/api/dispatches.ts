import { z } from '@hono/zod-openapi';
import { findAdvisory } from '../../advisory/advisory.ts';
import { HubError } from '../../errors.ts';
import { listChannelProgress } from '../../fanout/channel-progress.ts';
import { dispatchByHand } from '../../fanout/dispatch-by-hand.ts';
import { type ListedDispatch, listDispatches } from '../../fanout/list-dispatches.ts';
import { channelRules, requestKinds } from '../../fanout/reason.ts';
import type { Hub } from '../../hub.ts';
import { trackingIdParam } from './advisories.ts';
import { flag, id, moment, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { dispatchSchema, toDispatch } from './representation/dispatch.ts';

const bilingual = z.strictObject({
  nl: z.string().trim().min(1).max(10_000),
  en: z.string().trim().min(1).max(10_000),
});

const byHand = z
  .strictObject({
    versionId: reference.optional(),
    noticeId: reference.optional(),
    audienceId: reference,
    reason: z.enum(['publication', 'repeat', 'targeted alert', 'request']),
    roles: z.array(z.string().min(1).max(50)).max(50).default([]),
    channelRule: z.enum(channelRules).default('every'),
    pointerAbove: z.boolean().default(false),
    coveringNote: bilingual.optional(),
    requestKind: z.enum(requestKinds).optional(),
    requestedBy: z.string().trim().min(1).max(200).optional().openapi({
      example: 'The government’s CIO',
    }),
    conditions: z.array(bilingual).max(20).default([]),
    deadlineAt: moment.optional(),
    reminderMinutes: z.array(z.int().positive()).max(20).default([]),
    previewId: reference.optional(),
  })
  .openapi('DispatchDraft', { description: 'Of a published version or notice: name one of them.' });

/** A dispatch with its progress. @throws HubError not_found */
export async function findDispatch({ sql }: Hub, dispatchId: number) {
  const [found] = await listDispatches(sql, { ids: [dispatchId], limit: 1 });
  if (!found) throw new HubError('not_found', `There is no dispatch with id ${dispatchId}.`);
  return toDispatch(found, await listChannelProgress(sql, [dispatchId]));
}

async function withProgress({ sql }: Hub, found: ListedDispatch[]) {
  const ids = found.map((dispatch) => dispatch.id);
  const progress = Map.groupBy(await listChannelProgress(sql, ids), (each) => each.dispatchId);
  return found.map((dispatch) => toDispatch(dispatch, progress.get(dispatch.id) ?? []));
}

/** Decisions to send. */
export const dispatches: Resource = {
  tag: 'Dispatches',
  description: 'Decisions to send, one per policy line or by hand, and how far each is.',
  operations: [
    operation({
      method: 'get',
      path: '/dispatches',
      id: 'listDispatches',
      access: everyone,
      summary: 'The dispatches with their progress, the newest first',
      query: {
        ...pageQuery,
        trackingId: trackingIdParam.optional(),
        open: flag.optional().openapi({ description: 'Only those on which work remains.' }),
      },
      answer: pageOf(dispatchSchema),
      handle: async ({ hub, query: { limit, cursor, trackingId, open = false } }) => {
        const advisory = trackingId === undefined ? null : await findAdvisory(hub.sql, trackingId);
        const about = advisory ? { advisoryId: advisory.id } : {};
        const before = idOf(cursor) ?? undefined;
        const wish = { ...about, open, before, limit: limit + 1 };
        const found = await listDispatches(hub.sql, wish);
        return pageFrom(await withProgress(hub, found), limit, (dispatch) => [dispatch.id]);
      },
    }),
    operation({
      method: 'post',
      path: '/dispatches',
      id: 'dispatchByHand',
      access: ['duty officer', 'approver'],
      summary: 'Send a published version or notice by hand',
      body: byHand,
      answer: dispatchSchema,
      location: (dispatch) => `/dispatches/${dispatch.id}`,
      handle: async ({ hub, operatorId, body }) =>
        findDispatch(hub, await dispatchByHand(hub, { ...body, operatorId })),
    }),
    operation({
      method: 'get',
      path: '/dispatches/{dispatchId}',
      id: 'getDispatch',
      access: everyone,
      summary: 'A dispatch with its progress',
      params: { dispatchId: id },
      answer: dispatchSchema,
      handle: ({ hub, params }) => findDispatch(hub, params.dispatchId),
    }),
  ],
};
