import type { Channel } from '../channel/channel.ts';
import type { Hub } from '../hub.ts';
import { listLanes } from './claim.ts';
import { createComposer, type Links } from './composer.ts';
import { createLane } from './lane.ts';
import { createLanes } from './lanes.ts';
import { createSettler } from './settler.ts';

/** How often the queue is looked at when nobody says that something came, in ms. */
const pollMs = 250;

export type Dispatcher = {
  /** Looks for work now. */
  wake(): Promise<void>;
  /** Gives back what was claimed and not begun: somebody paused or cancelled it, perhaps. The rest is claimed again. */
  giveBack(): void;
  /** Whether it holds nothing: what it sent is written down. */
  isIdle(): boolean;
  /** Stops claiming, finishes what is on the wire, gives the rest back. */
  stop(): Promise<void>;
};

/** Starts one dispatcher; any number of them share one ledger. */
export function startDispatcher(hub: Hub, channels: Channel[], links: Links): Dispatcher {
  const settler = createSettler(hub, () => {
    for (const lane of lanes.all()) lane.pump();
  });
  const crew = { hub, settler, send: createComposer(hub, links, settler.whenRoom) };
  /** A lane is `channel` or `channel:destination`; work for a channel that this process does not have is left to others. */
  const lanes = createLanes((name) => {
    const channel = channels.find((channel) => channel.name === name.split(':', 1)[0]);
    return channel && createLane(crew, name, channel);
  });
  let stopping = false;
  let looking = false;

  async function wake() {
    if (stopping || looking) return;
    looking = true;
    try {
      const due = await listLanes(hub.sql);
      if (stopping) return;
      const now = performance.now();
      for (const { lane, priority } of due) lanes.take(lane, now)?.fill(priority);
      lanes.drop(now);
    } catch (error) {
      hub.log.error({ err: error }, 'the queue could not be read; trying again');
    } finally {
      looking = false;
    }
  }

  const isIdle = () => lanes.all().every((lane) => lane.isIdle());

  const timer = setInterval(() => void wake(), pollMs);
  void wake();

  return {
    wake,
    giveBack() {
      for (const lane of lanes.all()) lane.giveBack();
    },
    isIdle: () => isIdle() && settler.isIdle(),
    async stop() {
      stopping = true;
      clearInterval(timer);
      for (const lane of lanes.all()) lane.stop();
      while (!isIdle()) await new Promise((resolve) => setTimeout(resolve, 10));
      await settler.drain();
    },
  };
}
