import { Hono } from 'hono';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { showDeliveries } from './deliveries.tsx';
import { renderDispatch } from './dispatch.tsx';
import { cancelDispatch, pauseDispatch, resumeDispatch } from './hold.tsx';
import { showLive } from './live.tsx';
import { showDispatches, showProgress } from './progress.tsx';
import { renderSend, sendByHand } from './send.tsx';

const holds = requireCaller(['duty officer', 'approver']);

/** The fan-out as it goes, what became of every message, and the ways to intervene. */
export const watchRoutes = new Hono<CallerEnv>()
  .get('/console/dispatches', showDispatches)
  .get('/console/dispatches/live', showLive)
  .get('/console/dispatches/:id', async (c) => c.html(await renderDispatch(c)))
  .get('/console/dispatches/:id/deliveries', showDeliveries)
  .post('/console/dispatches/:id/pause', holds, pauseDispatch)
  .post('/console/dispatches/:id/resume', holds, resumeDispatch)
  .post('/console/dispatches/:id/cancel', holds, cancelDispatch)
  .get('/console/advisories/:trackingId/progress', showProgress)
  .get('/console/versions/:id/send', holds, async (c) => c.html(await renderSend(c)))
  .post('/console/versions/:id/send', holds, sendByHand)
  .get('/console/notices/:id/send', holds, async (c) => c.html(await renderSend(c)))
  .post('/console/notices/:id/send', holds, sendByHand);
