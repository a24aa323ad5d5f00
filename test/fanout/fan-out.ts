import { vi } from 'vitest';
import type { Channel } from '../../src/channel/channel.ts';
import type { Links } from '../../src/fanout/composer.ts';
import { type Fanout, runFanout } from '../../src/fanout/run.ts';
import type { Hub } from '../../src/hub.ts';
import { atEnd } from '../support/at-end.ts';
import { countStates } from './ledger.ts';

export const links: Links = {
  key: (deliveryId) => `key-${deliveryId}`,
  slots: (deliveryId) => ({ acknowledge: `https://hub.test/${deliveryId}`, unsubscribe: '' }),
  confirm: (confirmationId) => `https://hub.test/subscribe/${confirmationId}`,
};

/** Runs the fan-out of one process until the test ends. */
export async function startFanout(hub: Hub, ...channels: Channel[]): Promise<Fanout> {
  const fanout = await runFanout(hub, channels, links);
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= fanout.stop();
    return stopped;
  };
  atEnd(async () => {
    await Promise.all(channels.map((channel) => channel.close()));
    await stop();
  });
  return { stop };
}

/** Waits until a condition holds; the last thing that it threw is what the test fails with. */
export const until = (condition: () => unknown) =>
  vi.waitFor(condition, { timeout: 120_000, interval: 20 });

/** Waits until nothing is queued or sending any more; the promise is how the ledger stands then. */
export async function untilFinal(hub: Hub): Promise<Record<string, number>> {
  return until(async () => {
    const states = await countStates(hub);
    const [open] = await hub.sql`SELECT 1 FROM dispatches WHERE finished_at IS NULL`;
    if (open || states.queued || states.sending)
      throw new Error(`the fan-out is not over: ${JSON.stringify(states)}`);
    return states;
  }) as Promise<Record<string, number>>;
}
