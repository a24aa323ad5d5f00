import type { Context } from 'hono';
import { z } from 'zod';
import { sendNoticeBack } from '../../../advisory/send-notice-back.ts';
import { prose } from '../../../advisory/text.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { noticeIdOf, showNotice } from './show-notice.tsx';

/** Gives the notice back to its author. */
export const sendShownBack = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'send-back',
    schema: z.object({ remark: prose(5000).min(1) }),
    again: (filled) => showNotice(c, filled),
    async act({ remark }) {
      const noticeId = noticeIdOf(c);
      await sendNoticeBack(c.get('hub'), {
        noticeId,
        remark,
        operatorId: c.get('caller').operator.id,
      });
      return `/console/notices/${noticeId}?done=sent-back`;
    },
  });
