import type { Context } from 'hono';
import { z } from 'zod';
import { sendBack } from '../../../advisory/send-back.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { refusedHere } from './approval-form.ts';
import { renderPreview } from './preview.tsx';
import { findAsked } from './version.ts';

const schema = z.object({ remark: z.string().trim().min(1).max(5000) });

/** Gives a version back to its author. */
export const sendVersionBack = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'send-back',
    schema,
    again: (filled) => renderPreview(c, filled),
    async act({ remark }) {
      const { id: versionId, trackingId } = await findAsked(c);
      const operatorId = c.get('caller').operator.id;
      await refusedHere(sendBack(c.get('hub'), { versionId, remark, operatorId }));
      return `/console/advisories/${trackingId}?done=sent-back`;
    },
  });
