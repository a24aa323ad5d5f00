import { pushClock } from '../../clock.ts';
import type { Hub } from '../../hub.ts';

const minute = 60_000;

/** Moves the domain clock on to `to`; it never goes back, for what happened has happened. */
export async function advance(hub: Hub, to: Date): Promise<void> {
  if (to > (await hub.now())) await pushClock(hub, { to });
}

/** So many minutes after (or, negative, before) a moment. */
export const minutesFrom = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minute);
