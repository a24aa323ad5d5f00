import type { Context } from 'hono';
import type { Liveness } from '../../../../templates/console/watch/live.tsx';
import type { ListedDispatch } from '../../../fanout/list-dispatches.ts';
import type { CallerEnv } from '../../caller.ts';

/** Whether a page about these dispatches still changes, and whether its reader wants to see that. */
export const livenessOf = (
  c: Context<CallerEnv>,
  dispatches: readonly ListedDispatch[],
): Liveness => ({
  ids: dispatches.map(({ id }) => id),
  over: dispatches.every(({ finishedAt }) => finishedAt !== null),
  still: c.req.query('refresh') === 'off',
  path: c.req.path,
});
