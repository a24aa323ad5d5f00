import { isAway } from '../database/away.ts';
import type { Hub } from '../hub.ts';
import { type Outcome, settle } from './settle.ts';

/** A kill repeats at most these and what is on the wire: as many messages as there are connections. */
export const maxUnsettled = 64;

/** From so many outcomes on a settle is begun beside one that is in flight. */
export const worthASecond = 16;

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
 * Group commit: what arrives while settles are in flight is the next. Half of the time of a settle the disk works and
 * PostgreSQL does not, so a second one is begun beside it when there is enough for it. While the database is away the
 * outcomes are kept and tried again, since forgetting one would send its message twice.
 */
export function createSettler(hub: Hub, onRoom: () => void): Settler {
  let waiting: Outcome[] = [];
  let inFlight = 0;
  const held: (() => void)[] = [];
  const running = new Set<Promise<void>>();
  let until = Number.POSITIVE_INFINITY;

  /** After what is to be added in this turn too. */
  const start = () => queueMicrotask(startNow);

  function startNow() {
    const enough = [1, worthASecond][running.size] ?? Number.POSITIVE_INFINITY;
    if (waiting.length < enough) return;
    const run = settleNext().finally(() => {
      running.delete(run);
      startNow();
    });
    running.add(run);
  }

  async function settleNext() {
    const outcomes = waiting;
    waiting = [];
    inFlight += outcomes.length;
    const left = await write(hub, outcomes);
    inFlight -= outcomes.length;
    if (left.length > 0) await keep(left);
    while (held.length > 0 && hasRoom()) held.shift()?.();
    onRoom();
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
      start();
    },
    hasRoom,
    whenRoom(go) {
      if (hasRoom()) go();
      else held.push(go);
    },
    isIdle: () => running.size + waiting.length === 0,
    async drain() {
      until = performance.now() + hub.config.leaseSeconds * 1000;
      startNow();
      while (running.size > 0) await Promise.race(running);
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
