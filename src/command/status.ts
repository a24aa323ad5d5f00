import type { Config } from '../config.ts';
import type { Hub } from '../hub.ts';
import { answer, withHub } from './run.ts';
import { type DispatchStatus, type Status, takeStatus } from './take-status.ts';
import { watch } from './watch.ts';

/** Tells what is running, or how one advisory stands; with `watch` until everything of it is at rest. */
export async function showStatus(
  config: Config,
  trackingId: string | undefined,
  options: { json?: boolean; watch?: boolean },
): Promise<void> {
  await withHub(config, async (hub: Hub) => {
    if (options.watch) {
      const { dispatches } = await takeStatus(hub, trackingId);
      await watch(
        hub,
        dispatches.map(({ id }) => id),
      );
    }
    const status = await takeStatus(hub, trackingId);
    answer(status, options, linesOf(status));
  });
}

function linesOf({ dispatches, toPhone }: Status): string[] {
  const phone = toPhone.filter(({ organisations }) => organisations > 0);
  return [
    ...(dispatches.length === 0 ? ['Nothing is being sent.'] : dispatches.map(lineOf)),
    ...phone.map(({ trackingId, organisations }) => `${trackingId}: ${organisations} to phone`),
  ];
}

/** A dispatch on one line. */
export function lineOf(dispatch: DispatchStatus): string {
  const { id, what, audience, reason, stand, rate, open } = dispatch;
  const left = stand === 'running' && rate > 0 ? `, ${Math.ceil(open / rate)} s left` : '';
  const counts = (
    ['open', 'sent', 'delivered', 'bounced', 'failed', 'skipped', 'cancelled'] as const
  )
    .filter((key) => dispatch[key] > 0)
    .map((key) => `${dispatch[key]} ${key}`);
  const to = audience ? ` to ${audience}` : '';
  const numbers = counts.join(', ') || 'no messages yet';
  return `dispatch ${id}: ${what}, ${reason}${to}: ${stand}; ${numbers}${rate > 0 ? `; ${rate}/s${left}` : ''}`;
}
