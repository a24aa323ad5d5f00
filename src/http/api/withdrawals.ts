import { z } from '@hono/zod-openapi';
import { approveWithdrawal } from '../../advisory/approve-withdrawal.ts';
import { findWithdrawal } from '../../advisory/find-withdrawal.ts';
import { bilingual } from '../../advisory/text.ts';
import { findVersion, nameOf } from '../../advisory/version.ts';
import { withdraw } from '../../advisory/withdraw.ts';
import { HubError } from '../../errors.ts';
import { approvalBody, requireApprover } from './approval.ts';
import { bilingualText, id, instant, instantOrNull, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { toVersion, versionSchema } from './representation/version.ts';

const params = { versionId: id };
const withdrawalSchema = z
  .strictObject({
    statement: bilingualText,
    operatorId: reference,
    operator: z.string().openapi({ description: 'Who asked for it.', example: 'Anouk' }),
    requestedAt: instant,
    withdrawnAt: instantOrNull,
  })
  .openapi('Withdrawal', { description: 'Asked for, and done once withdrawnAt is there.' });

/** The dated record beside a version that no longer stands; its text never changes. */
export const withdrawals: Resource = {
  tag: 'Withdrawals',
  description:
    'Asked for by one person, carried out by another; exactly who got the version is told.',
  operations: [
    operation({
      method: 'get',
      path: '/versions/{versionId}/withdrawal',
      id: 'getWithdrawal',
      access: everyone,
      summary: 'The withdrawal of a version, asked for or done',
      params,
      answer: withdrawalSchema,
      handle: async ({ hub, params }) => {
        const version = await findVersion(hub.sql, params.versionId);
        const found = await findWithdrawal(hub.sql, params.versionId);
        if (found) return found;
        throw new HubError('not_found', `Nobody asked to withdraw ${nameOf(version)}.`);
      },
    }),
    operation({
      method: 'post',
      path: '/versions/{versionId}/withdrawal',
      id: 'requestWithdrawal',
      access: ['author', 'approver', 'duty officer'],
      summary: 'Ask for the withdrawal of a published version',
      params,
      body: z.strictObject({ statement: bilingual(10_000) }).openapi('WithdrawalDraft'),
      answer: versionSchema,
      handle: async ({ hub, operatorId, params, body }) =>
        toVersion(await withdraw(hub, { ...params, ...body, operatorId })),
    }),
    operation({
      method: 'post',
      path: '/versions/{versionId}/withdrawal/approval',
      id: 'approveWithdrawal',
      access: ['approver', 'duty officer'],
      summary: 'Carry out a withdrawal that someone else asked for',
      description: 'Needs a preview of yours with the reason withdrawal.',
      params,
      body: z.strictObject(approvalBody),
      answer: versionSchema,
      handle: async ({ hub, caller, operatorId, params, body }) => {
        requireApprover(caller, body.breakGlass);
        return toVersion(await approveWithdrawal(hub, { ...params, ...body, operatorId }));
      },
    }),
  ],
};
