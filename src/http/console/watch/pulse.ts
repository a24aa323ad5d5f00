import { type ChannelProgress, listChannelProgress } from '../../../fanout/channel-progress.ts';
import { type ListedDispatch, listDispatches } from '../../../fanout/list-dispatches.ts';
import { type Failure, listFailures } from '../../../fanout/list-failures.ts';
import type { Hub } from '../../../hub.ts';

/** How dispatches stand at one moment. */
export type Snapshot = {
  dispatches: ListedDispatch[];
  channels: ChannelProgress[];
  failures: Failure[];
};

/** How often the database is asked, in ms, however many listen. */
const pace = 1000;
/** Pages that one process serves at a time; the next ones refresh by themselves. */
const mostListeners = 500;
const mostFailures = 20;

type Listener = { ids: readonly number[]; hear: (snapshot: Snapshot) => void };

/** What is shown of dispatches now. */
export async function takeSnapshot({ sql }: Hub, ids: number[]): Promise<Snapshot> {
  const [dispatches, channels, failures] = await Promise.all([
    listDispatches(sql, { ids, limit: ids.length }),
    listChannelProgress(sql, ids),
    listFailures(sql, ids, mostFailures),
  ]);
  return { dispatches: [...dispatches], channels: [...channels], failures: [...failures] };
}

const pulses = new WeakMap<Hub, ReturnType<typeof createPulse>>();

/** The one pulse of this hub in this process: everybody who watches shares its look at the database. */
export function pulseOf(hub: Hub) {
  const pulse = pulses.get(hub) ?? createPulse(hub);
  pulses.set(hub, pulse);
  return pulse;
}

function createPulse(hub: Hub) {
  const listeners = new Set<Listener>();
  let running = false;

  async function run() {
    while (listeners.size > 0) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, pace));
    }
    running = false;
  }

  async function look() {
    const ids = [...new Set([...listeners].flatMap((listener) => listener.ids))];
    try {
      const snapshot = await takeSnapshot(hub, ids);
      for (const listener of listeners) listener.hear(partOf(snapshot, listener.ids));
    } catch (error) {
      hub.log.warn({ err: error }, 'the progress could not be read; trying again');
    }
  }

  return {
    isFull: () => listeners.size >= mostListeners,
    /** Hears of these dispatches about once a second, until the function that comes back is called. */
    listen(ids: readonly number[], hear: Listener['hear']): () => void {
      const listener = { ids, hear };
      listeners.add(listener);
      if (!running) {
        running = true;
        void run();
      }
      return () => void listeners.delete(listener);
    },
  };
}

function partOf({ dispatches, channels, failures }: Snapshot, ids: readonly number[]): Snapshot {
  return {
    dispatches: dispatches.filter(({ id }) => ids.includes(id)),
    channels: channels.filter(({ dispatchId }) => ids.includes(dispatchId)),
    failures: failures.filter(({ dispatchId }) => ids.includes(dispatchId)),
  };
}
