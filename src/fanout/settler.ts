import { isAway } from '../database/away.ts';
import type { Hub } from '../hub.ts';
import { type Outcome, settle } from './settle.ts';

/** A kill repeats at most these and what is on the wire: as many messages as there are connections. */
export const maxUnsettled = 64;

export type Settler = {
  add(outcome: Outcome): void;
  /** Whether another message may be started. */
  hasRoom(): boolean;
  /** Lets a message go that was started and has not left: at once where there is room, else in its turn. */
  whenRoom(go: () => void): void;
  /** Whether everything added is written. */
  isIdle(): boolean;
  /**
   * Settles when everything added so far is written, or when the leases are over and the database is still away: by
   * then the deliveries are taken back anyway, and a process that was told to stop must end.
   */
  drain(): Promise<void>;
};

/**
 * Group commit: one settle in flight; what arrives meanwhile is the next. While the database is away the outcomes are
 * kept and tried again, since forgetting one would send its message twice.
 */
export function createSettler(hub: Hub, onRoom: () => void): Settler {
  let waiting: Outcome[] = [];
  let inFlight = 0;
  const held: (() => void)[] = [];
  let running: Promise<void> | null = null;
  let until = Number.POSITIVE_INFINITY;

  async function run() {
    while (waiting.length > 0) {
      const outcomes = waiting;
      waiting = [];
      inFlight = outcomes.length;
      const left = await write(hub, outcomes);
      inFlight = 0;
      if (left.length > 0) await keep(left);
      while (held.length > 0 && hasRoom()) held.shift()?.();
      onRoom();
    }
    running = null;
  }

  const hasRoom = () => waiting.length + inFlight < maxUnsettled;

  async function keep(left: Outcome[]) {
    const held = { outcomes: left.length };
    if (performance.now() > until)
      return hub.log.error(held, 'not written before the end: these messages may go a second time');
    waiting = [...left, ...waiting];
    hub.log.warn(held, 'they are kept and settled again');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }

  return {
    add(outcome) {
      waiting.push(outcome);
      running ??= Promise.resolve().then(run);
    },
    hasRoom,
    whenRoom(go) {
      if (hasRoom()) go();
      else held.push(go);
    },
    isIdle: () => running === null,
    async drain() {
      until = performance.now() + hub.config.leaseSeconds * 1000;
      while (running) await running;
    },
  };
}

/**
 * Settles, and answers what could not be written. One outcome that the database does not take must not hold up the
 * others, which would be sent again when their leases are over: it is looked for by halves.
 */
async function write(hub: Hub, outcomes: Outcome[]): Promise<Outcome[]> {
  try {
    const began = performance.now();
    await settle(hub, outcomes);
    const seconds = (performance.now() - began) / 1000;
    hub.meter?.settled(
      outcomes.map(({ state }) => state),
      seconds,
    );
    return [];
  } catch (error) {
    hub.log.error({ err: error, outcomes: outcomes.length }, 'settle failed');
    if (outcomes.length === 1 || isAway(error)) return outcomes;
    const middle = outcomes.length >> 1;
    return [
      ...(await write(hub, outcomes.slice(0, middle))),
      ...(await write(hub, outcomes.slice(middle))),
    ];
  }
}
