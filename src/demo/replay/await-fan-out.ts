import { setTimeout as pause } from 'node:timers/promises';
import { listProgress } from '../../fanout/progress.ts';
import type { Hub } from '../../hub.ts';
import type { Stage } from './stage.ts';

/** How often the ledger is asked whether it is done, in ms, and at which of these glances how far it is. */
const glance = 50;
const everySo = 10;

/**
 * Waits until everything that was decided is expanded, and every message of it was tried: whoever is refused for now
 * waits for its next try, and the month does not wait for it. `isLast`: nothing comes after it, so neither does the month
 * wait for the public channels, which take one post every three seconds. Tells on the terminal how it goes.
 */
export async function awaitFanOut(
  { hub, report }: Stage,
  name: string,
  { dispatchIds, isLast }: { dispatchIds: number[]; isLast: boolean },
) {
  const began = performance.now();
  for (let glances = 0; ; glances += 1) {
    const busy = await isBusy(hub, isLast);
    const seconds = (performance.now() - began) / 1000;
    if (!busy || glances % everySo === 0)
      report(`${name}  ${await standing(hub, dispatchIds, seconds)}`, { passing: busy });
    if (!busy) return;
    await pause(glance);
  }
}

/** Of the deliveries it looks at those alone that are queued or being sent, which have indexes of their own. */
async function isBusy({ sql }: Hub, isLast: boolean): Promise<boolean> {
  const [row] = await sql<[{ busy: boolean }]>`
    SELECT EXISTS (SELECT FROM dispatches WHERE expanded_at IS NULL AND stopped_at IS NULL)
        OR EXISTS (SELECT FROM deliveries WHERE state = 'sending')
        OR EXISTS (SELECT FROM deliveries WHERE state = 'queued' AND attempts = 0
                     AND (NOT ${isLast} OR lane NOT IN (SELECT lane FROM lanes WHERE free_at > clock_timestamp()))) AS busy`;
  return row.busy;
}

/** How a mailing stands: mails sent, how fast, what is tried again or refused, and who has not heard of it. */
async function standing({ sql }: Hub, dispatchIds: number[], seconds: number): Promise<string> {
  const progress = await listProgress(sql, dispatchIds);
  const sum = (state: 'sent' | 'open' | 'failed') =>
    progress.reduce((total, row) => total + row[state], 0);
  const [{ unheard }] = await sql<[{ unheard: number }]>`
    SELECT count(*)::int AS unheard FROM (
      SELECT organisation_id FROM organisation_dispatches WHERE dispatch_id = ANY(${dispatchIds}::int[])
      GROUP BY organisation_id HAVING max(reached_at) IS NULL) AS o`;
  const rate = Math.round(sum('sent') / Math.max(seconds, 0.001));
  return [
    `${String(sum('sent')).padStart(5)} sent`,
    `${String(rate).padStart(5)}/s`,
    `${sum('open')} to go`,
    `${sum('failed')} refused`,
    `${unheard} organisations have not heard`,
  ].join('  ');
}
