import type { Context } from 'hono';
import { approveNotice } from '../../../advisory/approve-notice.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { approvalForm, readConsents, refusedHere } from '../release/approval-form.ts';
import { noticeIdOf, showNotice } from './show-notice.tsx';

/** Approves a notice that somebody else wrote, or breaks the glass. */
export const approveShownNotice = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'step',
    schema: approvalForm.omit({ previewId: true }),
    again: (filled) => showNotice(c, filled),
    async act({ breakGlass, ...given }) {
      const noticeId = noticeIdOf(c);
      const { consents, place } = readConsents(given);
      const operatorId = c.get('caller').operator.id;
      const input = { noticeId, operatorId, consents, breakGlass };
      await refusedHere(approveNotice(c.get('hub'), input), place);
      return `/console/notices/${noticeId}?done=approved`;
    },
  });
