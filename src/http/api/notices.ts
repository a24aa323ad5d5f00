import { z } from '@hono/zod-openapi';
import { addPlace } from '../../advisory/add-place.ts';
import { findAdvisory } from '../../advisory/advisory.ts';
import { approveNotice } from '../../advisory/approve-notice.ts';
import { draftNotice } from '../../advisory/draft-notice.ts';
import { editNotice } from '../../advisory/edit-notice.ts';
import { listNotices } from '../../advisory/list-notices.ts';
import {
  findNotice,
  mostPlaces,
  type Notice,
  noticeContentSchema,
  noticeKinds,
  publishedElsewhereSchema,
} from '../../advisory/notice.ts';
import { publishNotice } from '../../advisory/publish-notice.ts';
import { listRemarks } from '../../advisory/remark.ts';
import { sendNoticeBack } from '../../advisory/send-notice-back.ts';
import { states } from '../../advisory/state.ts';
import { submitNotice } from '../../advisory/submit-notice.ts';
import { tlps } from '../../advisory/tlp.ts';
import { trackingIdParam } from './advisories.ts';
import { approvalBody, requireApprover } from './approval.ts';
import { id, instant, instantOrNull, named, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { remark, remarkBody } from './release.ts';

const fields = {
  kind: z.enum(noticeKinds),
  tlp: z.enum(tlps),
  content: named(noticeContentSchema, 'NoticeContent'),
};
/** Where else a notice was published, in an answer. */
export const placeSchema = z
  .strictObject({
    ...publishedElsewhereSchema.shape,
    addedAt: z.iso
      .datetime({ offset: true })
      .optional()
      .openapi({ description: 'Where it was added after the notice was published here.' }),
  })
  .openapi('PublishedElsewhere');
const noticeSchema = z
  .strictObject({
    id: reference,
    advisoryId: reference.nullable(),
    ...fields,
    revision: z.int().positive(),
    state: z.enum(states),
    publishedElsewhere: z.array(placeSchema),
    createdAt: instant,
    submittedAt: instantOrNull,
    approvedAt: instantOrNull,
    publishedAt: instantOrNull,
  })
  .openapi('Notice', { description: 'A message about an advisory that is not a version of it.' });
const noticeDraft = z
  .strictObject({
    trackingId: trackingIdParam.optional(),
    ...fields,
    publishedElsewhere: z.array(publishedElsewhereSchema).max(mostPlaces).default([]),
  })
  .openapi('NoticeDraft');

const edits = z.strictObject(fields).partial().openapi('NoticeEdit');

const toNotice = (notice: Notice): z.output<typeof noticeSchema> => {
  const { id, advisoryId, kind, tlp, content, revision, state, publishedElsewhere } = notice;
  const { createdAt, submittedAt, approvedAt, publishedAt } = notice;
  return {
    ...{ id, advisoryId, kind, tlp, content, revision, state, publishedElsewhere },
    ...{ createdAt, submittedAt, approvedAt, publishedAt },
  };
};

const params = { noticeId: id };
const { breakGlass, consents } = approvalBody;

/** Messages beside the versions: news, a press release, FAQ, the text of a request. */
export const notices: Resource = {
  tag: 'Notices',
  description:
    'Written by one, approved by another, published; sent to nobody until a dispatch says so.',
  operations: [
    operation({
      method: 'get',
      path: '/notices',
      id: 'listNotices',
      access: everyone,
      summary: 'The notices about an advisory, or about none, the newest first',
      query: { ...pageQuery, trackingId: trackingIdParam.optional() },
      answer: pageOf(noticeSchema),
      handle: async ({ hub, query: { limit, cursor, trackingId } }) => {
        const advisory = trackingId === undefined ? null : await findAdvisory(hub.sql, trackingId);
        const before = idOf(cursor);
        const all = await listNotices(hub.sql, advisory?.id ?? null);
        const rest = all.filter((notice) => before === null || notice.id < before);
        return pageFrom(rest.map(toNotice), limit, (notice) => [notice.id]);
      },
    }),
    operation({
      method: 'post',
      path: '/notices',
      id: 'draftNotice',
      access: ['author'],
      summary: 'Write a notice, complete in both languages',
      body: noticeDraft,
      answer: noticeSchema,
      location: (notice) => `/notices/${notice.id}`,
      handle: async ({ hub, operatorId, body: { trackingId, ...written } }) => {
        const advisory = trackingId === undefined ? null : await findAdvisory(hub.sql, trackingId);
        const about = advisory ? { advisoryId: advisory.id } : {};
        return toNotice(await draftNotice(hub, { ...written, ...about, operatorId }));
      },
    }),
    operation({
      method: 'get',
      path: '/notices/{noticeId}',
      id: 'getNotice',
      access: everyone,
      summary: 'A notice',
      params,
      answer: noticeSchema,
      handle: async ({ hub, params }) => toNotice(await findNotice(hub.sql, params.noticeId)),
    }),
    operation({
      method: 'patch',
      path: '/notices/{noticeId}',
      id: 'editNotice',
      access: ['author'],
      summary: 'Change the draft of a notice',
      params,
      body: edits,
      answer: noticeSchema,
      tagged: true,
      ifMatch: async ({ hub, params }) => toNotice(await findNotice(hub.sql, params.noticeId)),
      handle: async ({ hub, operatorId, params, body, seen: { revision } }) =>
        toNotice(await editNotice(hub, { ...params, ...body, revision, operatorId })),
    }),
    operation({
      method: 'post',
      path: '/notices/{noticeId}/remarks',
      id: 'sendNoticeBack',
      access: ['approver', 'author'],
      summary: 'Send a notice back to its author with a remark',
      description: 'What was approved has to be approved anew.',
      params,
      body: remarkBody,
      answer: noticeSchema,
      handle: async ({ hub, operatorId, params, body }) =>
        toNotice(await sendNoticeBack(hub, { ...params, remark: body.text, operatorId })),
    }),
    operation({
      method: 'get',
      path: '/notices/{noticeId}/remarks',
      id: 'listNoticeRemarks',
      access: everyone,
      summary: 'The remarks with which a notice was sent back, the newest first',
      params,
      answer: z.strictObject({ items: z.array(remark) }),
      handle: async ({ hub, params }) => {
        await findNotice(hub.sql, params.noticeId);
        return { items: await listRemarks(hub.sql, params) };
      },
    }),
    operation({
      method: 'post',
      path: '/notices/{noticeId}/submission',
      id: 'submitNotice',
      access: ['author'],
      summary: 'Hand a notice to its approver',
      params,
      answer: noticeSchema,
      handle: async ({ hub, operatorId, params }) =>
        toNotice(await submitNotice(hub, { ...params, operatorId })),
    }),
    operation({
      method: 'post',
      path: '/notices/{noticeId}/approval',
      id: 'approveNotice',
      access: ['approver', 'duty officer'],
      summary: 'Approve a notice that someone else wrote',
      params,
      body: z.strictObject({ breakGlass, consents }),
      answer: noticeSchema,
      handle: async ({ hub, caller, operatorId, params, body }) => {
        requireApprover(caller, body.breakGlass);
        return toNotice(await approveNotice(hub, { ...params, ...body, operatorId }));
      },
    }),
    operation({
      method: 'post',
      path: '/notices/{noticeId}/publication',
      id: 'publishNotice',
      access: ['duty officer', 'approver'],
      summary: 'Publish an approved notice',
      params,
      answer: noticeSchema,
      handle: async ({ hub, operatorId, params }) =>
        toNotice(await publishNotice(hub, { ...params, operatorId })),
    }),
    operation({
      method: 'post',
      path: '/notices/{noticeId}/places',
      id: 'addPlace',
      access: ['author', 'approver', 'duty officer'],
      summary: 'Add where else a notice was published',
      params,
      body: named(publishedElsewhereSchema, 'PlaceDraft'),
      answer: noticeSchema,
      handle: async ({ hub, operatorId, params, body }) =>
        toNotice(await addPlace(hub, { ...params, ...body, operatorId })),
    }),
  ],
};
