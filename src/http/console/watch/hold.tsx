import type { Context } from 'hono';
import { z } from 'zod';
import { cancel, pause, resume } from '../../../fanout/hold.ts';
import type { CallerEnv } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { findAskedDispatch, renderDispatch } from './dispatch.tsx';

const reason = z.string().trim().min(1).max(1000);

export const pauseDispatch = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'pause',
    schema: z.object({ reason }),
    again: (filled) => renderDispatch(c, filled),
    async act({ reason }) {
      const { id: dispatchId } = await findAskedDispatch(c);
      await pause(c.get('hub'), { dispatchId, reason, operatorId: c.get('caller').operator.id });
      return `/console/dispatches/${dispatchId}?done=paused`;
    },
  });

export const resumeDispatch = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'resume',
    schema: z.object({}),
    again: (filled) => renderDispatch(c, filled),
    async act() {
      const { id: dispatchId } = await findAskedDispatch(c);
      await resume(c.get('hub'), { dispatchId, operatorId: c.get('caller').operator.id });
      return `/console/dispatches/${dispatchId}?done=resumed`;
    },
  });

/** There is no way back, so the box has to be ticked. */
export const cancelDispatch = (c: Context<CallerEnv>) =>
  attempt(c, {
    form: 'cancel',
    schema: z.object({ reason, confirmed: z.literal('yes') }),
    again: (filled) => renderDispatch(c, filled),
    async act({ reason }) {
      const { id: dispatchId } = await findAskedDispatch(c);
      await cancel(c.get('hub'), { dispatchId, reason, operatorId: c.get('caller').operator.id });
      return `/console/dispatches/${dispatchId}?done=cancelled`;
    },
  });
