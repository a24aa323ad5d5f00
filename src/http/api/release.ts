import { z } from '@hono/zod-openapi';
import { approve } from '../../advisory/approve.ts';
import { publish } from '../../advisory/publish.ts';
import { listRemarks } from '../../advisory/remark.ts';
import { sendBack } from '../../advisory/send-back.ts';
import { submit } from '../../advisory/submit.ts';
import { prose } from '../../advisory/text.ts';
import { findVersion } from '../../advisory/version.ts';
import { approvalBody, requireApprover } from './approval.ts';
import { id, instant, moment, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { toVersion, versionSchema } from './representation/version.ts';

const params = { versionId: id };
const answer = versionSchema;
const revision = reference.optional().openapi({
  description: 'The revision that you saw: 409 when it was edited since.',
});
/** A remark, in an answer. */
export const remark = z
  .strictObject({ operatorId: reference, at: instant, text: z.string() })
  .openapi('Remark');
/** What is written to the author of what is sent back. */
export const remarkBody = z.strictObject({ text: prose(5000).min(1) }).openapi('RemarkDraft');

/** The way of a version through the house: submitted, approved by someone else or sent back, published. */
export const release: Resource = {
  tag: 'Release',
  description: 'From draft to published: submission, approval by another person, publication.',
  operations: [
    operation({
      method: 'post',
      path: '/versions/{versionId}/submission',
      id: 'submitVersion',
      access: ['author'],
      summary: 'Hand a draft to its approver',
      params,
      body: z.strictObject({ revision }),
      answer,
      handle: async ({ hub, operatorId, params, body }) =>
        toVersion(await submit(hub, { ...params, ...body, operatorId })),
    }),
    operation({
      method: 'post',
      path: '/versions/{versionId}/approval',
      id: 'approveVersion',
      access: ['approver', 'duty officer'],
      summary: 'Approve a version that someone else wrote',
      description:
        'High/high needs a preview of yours. A duty officer approves by break-glass alone.',
      params,
      body: z.strictObject({ ...approvalBody, revision, publishAt: moment.optional() }),
      answer,
      handle: async ({ hub, caller, operatorId, params, body }) => {
        requireApprover(caller, body.breakGlass);
        return toVersion(await approve(hub, { ...params, ...body, operatorId }));
      },
    }),
    operation({
      method: 'post',
      path: '/versions/{versionId}/remarks',
      id: 'sendVersionBack',
      access: ['approver', 'author'],
      summary: 'Send a version back to its author with a remark',
      description: 'What was approved has to be approved anew.',
      params,
      body: remarkBody,
      answer,
      handle: async ({ hub, operatorId, params, body }) =>
        toVersion(await sendBack(hub, { ...params, remark: body.text, operatorId })),
    }),
    operation({
      method: 'get',
      path: '/versions/{versionId}/remarks',
      id: 'listRemarks',
      access: everyone,
      summary: 'The remarks with which a version was sent back, the newest first',
      params,
      answer: z.strictObject({ items: z.array(remark) }),
      handle: async ({ hub, params }) => {
        await findVersion(hub.sql, params.versionId);
        return { items: await listRemarks(hub.sql, params) };
      },
    }),
    operation({
      method: 'post',
      path: '/versions/{versionId}/publication',
      id: 'publishVersion',
      access: ['duty officer', 'approver'],
      summary: 'Publish an approved version',
      description: 'From here on it never changes, and its dispatches are on their way.',
      params,
      answer,
      handle: async ({ hub, operatorId, params }) =>
        toVersion(await publish(hub, { ...params, operatorId })),
    }),
  ],
};
