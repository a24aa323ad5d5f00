import type { Context } from 'hono';
import { approve } from '../../../advisory/approve.ts';
import { approveWithdrawal } from '../../../advisory/approve-withdrawal.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { blank, momentField, whole } from '../input.ts';
import { approvalForm, readConsents, refusedHere } from './approval-form.ts';
import { renderPreview, renderWithdrawal } from './preview.tsx';
import { findAsked } from './version.ts';

const schema = approvalForm.extend({ revision: whole, publishAt: blank(momentField) });

/** Approves what the preview showed. */
export const approveVersion = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'approve',
    schema,
    again: (filled) => renderPreview(c, filled),
    async act(fields) {
      const { id: versionId } = await findAsked(c);
      const { consents, place } = readConsents(fields);
      const input = { ...fields, consents, versionId, operatorId: c.get('caller').operator.id };
      await refusedHere(approve(c.get('hub'), input), place);
      return `/console/versions/${versionId}/preview?done=approved`;
    },
  });

/** Carries out a withdrawal that someone else asked for. */
export const approveAskedWithdrawal = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'approve',
    schema: approvalForm,
    again: (filled) => renderWithdrawal(c, filled),
    async act(fields) {
      const { id: versionId, trackingId } = await findAsked(c);
      const { consents, place } = readConsents(fields);
      const input = { ...fields, consents, versionId, operatorId: c.get('caller').operator.id };
      await refusedHere(approveWithdrawal(c.get('hub'), input), place);
      return `/console/advisories/${trackingId}/progress?done=approved`;
    },
  });
