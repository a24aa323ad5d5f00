import { setTimeout as pause } from 'node:timers/promises';
import { workOf } from '../fanout/work.ts';
import type { Hub } from '../hub.ts';
import { createBar } from './bar.ts';
import { type DispatchStatus, isAtRest, listStatuses } from './take-status.ts';

/** How often the totals are read, in ms. */
const pace = 1000;

/** Shows how dispatches progress until all are at rest; it only looks: a hub or a dispatcher has to run. */
export async function watch(hub: Hub, ids: number[]): Promise<DispatchStatus[]> {
  if (ids.length === 0) return [];
  const bar = createBar('messages');
  try {
    while (true) {
      const statuses = await listStatuses(hub, { ids });
      const count = (key: 'failed' | 'bounced' | 'rate') =>
        statuses.reduce((sum, status) => sum + status[key], 0);
      const works = statuses.map(workOf);
      const done = works.reduce((sum, work) => sum + work.done, 0);
      const all = works.reduce((sum, work) => sum + work.all, 0);
      const paused = statuses.filter(({ stand }) => stand === 'paused').length;
      const lost = count('failed') + count('bounced');
      const note = `${count('rate')}/s, ${lost} lost${paused > 0 ? `, ${paused} paused` : ''}`;
      bar.update(done, all, note);
      if (statuses.every(isAtRest)) return statuses;
      await pause(pace);
    }
  } finally {
    bar.stop();
  }
}
