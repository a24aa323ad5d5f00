import type { Channel } from '../channel/channel.ts';
import type { Hub } from '../hub.ts';
import { listLanes } from './claim.ts';
import { createComposer, type Links } from './composer.ts';
import { createLane, type Lane } from './lane.ts';
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
  const lanes = new Map<string, Lane>();
  const settler = createSettler(hub, () => {
    for (const lane of lanes.values()) lane.pump();
  });
  const crew = { hub, settler, send: createComposer(hub, links) };
  let stopping = false;
  let looking = false;

  async function wake() {
    if (stopping || looking) return;
    looking = true;
    try {
      for (const { lane, priority } of await listLanes(hub.sql)) laneOf(lane)?.fill(priority);
    } catch (error) {
      hub.log.error({ err: error }, 'the queue could not be read; trying again');
    } finally {
      looking = false;
    }
  }

  /** A lane is `channel` or `channel:destination`; work for a channel that this process does not have is left to others. */
  function laneOf(name: string): Lane | undefined {
    const channel = channels.find((channel) => channel.name === name.split(':', 1)[0]);
    if (!channel) return undefined;
    const lane = lanes.get(name) ?? createLane(crew, name, channel);
    lanes.set(name, lane);
    return lane;
  }

  const isIdle = () => [...lanes.values()].every((lane) => lane.isIdle());

  const timer = setInterval(() => void wake(), pollMs);
  void wake();

  return {
    wake,
    giveBack() {
      for (const lane of lanes.values()) lane.giveBack();
    },
    isIdle: () => isIdle() && settler.isIdle(),
    async stop() {
      stopping = true;
      clearInterval(timer);
      for (const lane of lanes.values()) lane.stop();
      while (!isIdle()) await new Promise((resolve) => setTimeout(resolve, 10));
      await settler.drain();
    },
  };
}
