import { randomUUID } from 'node:crypto';
import type { Channel, Receipt } from '../channel/channel.ts';
import type { Hub } from '../hub.ts';
import { type Claimed, claim } from './claim.ts';
import { outcomeOf, release } from './outcome.ts';
import { createPace, createThroughput } from './pace.ts';
import type { Settler } from './settler.ts';

/** How much of its lease may have passed when a delivery is begun, and when its socket is given up. */
const startBefore = 0.4;
const giveUpAfter = 0.8;

/** How many are claimed at once, and by a lane that has nothing in hand: the first leaves soon, and small claims stop nobody. */
const mostAtOnce = 250;
const mostAtFirst = 50;

/** What a lane needs of its dispatcher. `send` composes, finishes and hands over. */
export type Crew = {
  hub: Hub;
  settler: Settler;
  send(channel: Channel, delivery: Claimed, timeoutMs: number): Promise<Receipt>;
};

type Held = Claimed & { heldSince: number };

/**
 * One lane of one dispatcher: it holds at most one second's work, starts Urgent first, and keeps the channel's urgent
 * places free for it. A lane whose relay is down waits by itself and holds up no other.
 */
export function createLane({ hub, settler, send }: Crew, lane: string, channel: Channel) {
  const ready = { urgent: [] as Held[], ordinary: [] as Held[] };
  const onWire = { urgent: 0, ordinary: 0 };
  const rate = channel.rateOf?.(lane.slice(channel.name.length + 1)) ?? channel.rate;
  const pace = createPace(rate);
  const throughput = createThroughput();
  const { leaseSeconds } = hub.config;
  let claiming = false;
  /** The queue had less than was asked for: there is nothing to ask for again until somebody says so. */
  let dry = false;
  let stopping = false;
  let givenBack = 0;
  let downUntil = 0;
  let downFor = 0;
  let timer: NodeJS.Timeout | undefined;

  /** What may be claimed now, a second's work held in all; Urgent is asked for alone, since it takes no turn. */
  function wish(priority: number): { limit: number; maxPriority: number } | null {
    const room = Math.max(1, Math.ceil(Math.min(throughput.secondsWork(), rate)));
    const most = hasNothing() ? mostAtFirst : mostAtOnce;
    if (priority === 0 && ready.urgent.length < room / 2)
      return { limit: Math.min(most, room - ready.urgent.length), maxPriority: 0 };
    const left = room - ready.urgent.length - ready.ordinary.length;
    return left >= room / 2 ? { limit: Math.min(most, left), maxPriority: 32_767 } : null;
  }

  const hasNothing = () =>
    ready.urgent.length + ready.ordinary.length + onWire.urgent + onWire.ordinary === 0;

  /** Claims up to a second's work; `priority` is the most urgent that waits. */
  async function fill(priority: number) {
    if (claiming || stopping || performance.now() < downUntil) return;
    const wished = wish(priority);
    if (!wished) return;
    claiming = true;
    try {
      const heldSince = performance.now();
      const before = givenBack;
      const request = { ...wished, lane, rate, leaseId: randomUUID() };
      const claimed = await claim(hub.sql, { ...request, leaseSeconds });
      hub.meter?.claimed(claimed.length, (performance.now() - heldSince) / 1000);
      dry = wished.maxPriority > 0 && claimed.length < wished.limit;
      for (const delivery of claimed)
        ready[delivery.priority === 0 ? 'urgent' : 'ordinary'].push({ ...delivery, heldSince });
      if (stopping || givenBack !== before) releaseReady();
    } catch (error) {
      hub.log.error({ err: error, lane }, 'claim failed; trying again');
    } finally {
      claiming = false;
    }
    pump();
  }

  /** Starts what may be started now. */
  function pump() {
    clearTimeout(timer);
    while (!stopping && settler.hasRoom() && performance.now() >= downUntil) {
      const queue = next();
      if (!queue) return;
      const wait = pace.take(performance.now());
      if (wait > 0) {
        timer = setTimeout(pump, wait);
        return;
      }
      const delivery = queue.shift() as Held;
      if (age(delivery) > startBefore * leaseSeconds * 1000) settler.add(release(delivery));
      else void start(delivery);
    }
    if (performance.now() < downUntil) timer = setTimeout(pump, downUntil - performance.now());
  }

  function next(): Held[] | null {
    const { total, urgent, ahead } = channel.places;
    // What the channel took ahead makes way for Urgent there: it is not counted against it.
    const taken = onWire.urgent + Math.min(onWire.ordinary, total - urgent);
    if (ready.urgent.length > 0) return taken < total + ahead ? ready.urgent : null;
    if (ready.ordinary.length > 0)
      return onWire.ordinary < total - urgent + ahead ? ready.ordinary : null;
    return null;
  }

  async function start(delivery: Held) {
    const kind = delivery.priority === 0 ? 'urgent' : 'ordinary';
    onWire[kind] += 1;
    try {
      const timeoutMs = giveUpAfter * leaseSeconds * 1000 - age(delivery);
      const receipt = await send(channel, delivery, timeoutMs);
      settler.add(outcomeOf(delivery, receipt));
      downFor = 0;
    } catch (error) {
      const outcome = outcomeOf(delivery, { error });
      if (outcome.released) rest();
      else if (outcome.unexpected)
        hub.log.error({ err: error, deliveryId: delivery.id }, 'a delivery could not be sent');
      settler.add(outcome);
    }
    onWire[kind] -= 1;
    throughput.done(performance.now());
    pump();
    if (dry && hasNothing()) throughput.rest();
    if (!dry) void fill(32_767);
  }

  /** The relay itself is in trouble: leave it alone for a while, longer each time, a minute at most; others may do better. */
  function rest() {
    if (performance.now() < downUntil) return;
    downFor = Math.min(60_000, Math.max(1000, downFor * 2));
    downUntil = performance.now() + downFor;
    releaseReady();
    hub.log.warn({ lane, restMs: downFor }, 'the relay cannot be used; the lane rests');
  }

  function releaseReady() {
    for (const delivery of [...ready.urgent.splice(0), ...ready.ordinary.splice(0)])
      settler.add(release(delivery));
  }

  return {
    fill,
    pump,
    /** Gives back what was not begun, also what a claim that is under way brings. */
    giveBack() {
      givenBack += 1;
      releaseReady();
    },
    isIdle: () => !claiming && hasNothing(),
    /** Begins nothing more and gives back what was not begun; what is on the wire ends by itself. */
    stop() {
      stopping = true;
      clearTimeout(timer);
      releaseReady();
    },
  };
}

const age = (delivery: Held) => performance.now() - delivery.heldSince;

export type Lane = ReturnType<typeof createLane>;
