import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { TaskPage } from '../../../../templates/console/task/task-page.tsx';
import { closeTask } from '../../../acknowledgement/close-task.ts';
import { findTask } from '../../../acknowledgement/list-tasks.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';

const at = '/console/tasks/:id';

/** `/console/tasks/{id}`: what only a person can settle, and closing it. */
export const taskRoutes = new Hono<CallerEnv>()
  .get(at, async (c) => c.html(await page(c, unsent('close'))))
  .post(at, requireCaller(['duty officer']), (c) =>
    attempt(c, {
      form: 'close',
      schema: z.object({ remark: z.string().trim().min(1).max(2000) }),
      act: async ({ remark }) => {
        const taskId = idOf(c.req.param('id'));
        const operatorId = c.get('caller').operator.id;
        await closeTask(c.get('hub'), { taskId, remark, operatorId });
        return '/console?done=recorded';
      },
      again: (filled) => page(c, filled),
    }),
  );

async function page(c: Context<CallerEnv>, filled: Filled) {
  const task = await findTask(c.get('hub').sql, idOf(c.req.param('id') ?? ''));
  return <TaskPage frame={await openFrame(c)} task={task} filled={filled} />;
}
