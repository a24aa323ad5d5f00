import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { Done } from '../../../../templates/console/done.ts';
import { publishNotice } from '../../../advisory/publish-notice.ts';
import { submitNotice } from '../../../advisory/submit-notice.ts';
import type { Hub } from '../../../hub.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { approveShownNotice } from './approve.tsx';
import { addShownPlace } from './place.tsx';
import { sendShownBack } from './send-back.tsx';
import { noticeIdOf, showNotice } from './show-notice.tsx';

const path = '/console/notices/:id';

/** `/console/notices/{id}`, and the steps that it takes: submitted, approved by someone else, published. */
export const showRoutes = new Hono<CallerEnv>()
  .get(path, async (c) => c.html(await showNotice(c)))
  .post(`${path}/submit`, requireCaller(['author']), (c) =>
    take(c, { done: 'submitted', verb: submitNotice }),
  )
  .post(`${path}/approve`, requireCaller(['approver', 'duty officer']), approveShownNotice)
  .post(`${path}/send-back`, requireCaller(['author', 'approver']), sendShownBack)
  .post(`${path}/places`, requireCaller(['author', 'approver', 'duty officer']), addShownPlace)
  .post(`${path}/publish`, requireCaller(['duty officer', 'approver']), (c) =>
    take(c, { done: 'saved', verb: publishNotice }),
  );

type Step = { noticeId: number; operatorId: number };
type Taken = { done: Done; verb: (hub: Hub, step: Step) => Promise<unknown> };

function take(c: Context<CallerEnv>, { done, verb }: Taken) {
  return attempt(c, {
    form: 'step',
    schema: z.object({}),
    again: (filled) => showNotice(c, filled),
    async act() {
      const noticeId = noticeIdOf(c);
      await verb(c.get('hub'), { noticeId, operatorId: c.get('caller').operator.id });
      return `/console/notices/${noticeId}?done=${done}`;
    },
  });
}
