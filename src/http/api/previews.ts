import { z } from '@hono/zod-openapi';
import { kinds } from '../../audience/kind.ts';
import { keylessReasons } from '../../fanout/list-keyless.ts';
import { preview } from '../../fanout/preview.ts';
import { channelRules } from '../../fanout/reason.ts';
import { id, reference } from './field.ts';
import { operation, type Resource } from './operation.ts';

const share = z.strictObject({
  position: z.int(),
  channel: z.string().openapi({ example: 'email' }),
  form: z.enum(['full', 'pointer']),
  reason: z.string().nullable().openapi({ description: 'Why these are left out.', example: null }),
  count: z.int(),
});
const previewSchema = z
  .strictObject({
    previewId: reference,
    addressCount: z.int().openapi({ example: 312 }),
    digest: z.string().openapi({ description: 'Of the addresses that were seen.' }),
    organisationCount: z.int().openapi({ description: 'That at least one message reaches.' }),
    lines: z.array(
      z.strictObject({
        position: z.int(),
        name: z.string().openapi({ example: 'vital providers' }),
        organisations: z.int(),
        shares: z.array(share),
      }),
    ),
    leftOut: z.array(
      z.strictObject({
        organisations: z.array(z.string()),
        contact: z.string(),
        channel: z.string(),
        reason: z.string(),
      }),
    ),
    unreachable: z.array(
      z.strictObject({ organisationId: reference, name: z.string(), kind: z.enum(kinds) }),
    ),
    keyless: z
      .array(
        z.strictObject({
          contactId: reference,
          contact: z.string(),
          organisations: z.array(z.string()),
          reason: z.enum(keylessReasons),
        }),
      )
      .openapi({
        description: 'Whom TLP:RED reaches as a pointer only, or not at all, for want of a key.',
      }),
  })
  .openapi('Preview', { description: 'Who would receive what, by the very query that sends it.' });

const byHandSchema = z.strictObject({
  audienceId: reference,
  roles: z.array(z.string().min(1).max(50)).max(50).default([]),
  channelRule: z.enum(channelRules).default('every'),
  pointerAbove: z.boolean().default(false),
});
const body = z
  .strictObject({
    reason: z.enum(['publication', 'withdrawal']).optional(),
    byHand: byHandSchema
      .optional()
      .openapi({ description: 'An audience chosen by hand instead of by the policy.' }),
  })
  .openapi('PreviewDraft');

/** What an approver sees before anything is sent. */
export const previews: Resource = {
  tag: 'Previews',
  description:
    'Numbers per audience and channel, who is left out and why, and who cannot be reached.',
  operations: [
    operation({
      method: 'post',
      path: '/versions/{versionId}/previews',
      id: 'previewVersion',
      access: ['author', 'approver', 'duty officer'],
      summary: 'See who would receive a version, or its withdrawal',
      description: 'It is noted that you saw it: an approval of yours may rest on it.',
      params: { versionId: id },
      body,
      answer: previewSchema,
      // It reads one moment of the database, which a transaction around it would take away; twice does no harm.
      repeatable: false,
      handle: ({ hub, operatorId, params, body: { reason, byHand } }) =>
        preview(hub, {
          ...params,
          ...(reason && { reason }),
          ...(byHand && { byHand }),
          operatorId,
        }),
    }),
    operation({
      method: 'post',
      path: '/notices/{noticeId}/previews',
      id: 'previewNotice',
      access: ['author', 'approver', 'duty officer'],
      summary: 'See who would receive a notice that is sent to an audience by hand',
      params: { noticeId: id },
      body: z.strictObject({ byHand: byHandSchema }).openapi('NoticePreviewDraft'),
      answer: previewSchema,
      repeatable: false,
      handle: ({ hub, operatorId, params, body: { byHand } }) =>
        preview(hub, { ...params, byHand, operatorId }),
    }),
  ],
};
