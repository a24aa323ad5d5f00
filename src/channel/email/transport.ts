import { DeliveryError } from '../../errors.ts';
import type { Finished, SendOptions } from '../channel.ts';
import { openSocket } from './opening.ts';
import { createPreference } from './preference.ts';
import { openingTime, type Relay } from './relay.ts';
import { tidy } from './reply.ts';
import { type Session, startSession } from './session.ts';
import type { Task } from './task.ts';

/** How many sessions may be open at once, and how many of them only Urgent may take. */
export type Room = { total: number; urgent: number };

export type Transport = {
  /** Settles within `timeoutMs`. @throws DeliveryError */
  send(message: Finished, options: SendOptions): Promise<string>;
  /** Waits for what is on the wire, then ends every session. */
  close(): Promise<void>;
};

/** How often deadlines are looked at, in ms. */
const watchMs = 50;
/** A relay that loses what comes behind a text so many times running gets its lines one by one. */
const mostMisses = 3;

/** Keeps sessions open with the relays and sends over them; `restMs` is how long a relay that failed is left alone. */
export function createTransport(relays: Relay[], room: Room, restMs: number): Transport {
  const preference = createPreference(relays, restMs);
  const waiting = { urgent: [] as Task[], ordinary: [] as Task[] };
  const sessions = new Set<Session>();
  const opening = new Set<Task>();
  const sending = new Set<Promise<unknown>>();
  const misses = new Map<Relay, number>();
  let watch: NodeJS.Timeout | undefined;

  const host = {
    next: (session: Session) => (preference.isBest(session.relay) ? nextFor(session) : undefined),
    ended(session: Session, { misbehaved }: { misbehaved: boolean }) {
      sessions.delete(session);
      if (misbehaved) misses.set(session.relay, (misses.get(session.relay) ?? 0) + 1);
      queueMicrotask(feed);
    },
  };

  /** Urgent first; the rest leaves some sessions to Urgent. */
  function nextFor(session: Session): Task | undefined {
    if (waiting.urgent.length > 0) return waiting.urgent.shift();
    return session.holdsOrdinary() || hasRoomForOrdinary() ? waiting.ordinary.shift() : undefined;
  }

  function hasRoomForOrdinary(): boolean {
    let taken = 0;
    for (const session of sessions) if (session.holdsOrdinary()) taken += 1;
    for (const task of opening) if (!task.urgent) taken += 1;
    return taken < room.total - room.urgent;
  }

  /** Gives work to idle sessions, then to new ones, then behind what is on the wire: Urgent waits there last of all. */
  function feed() {
    for (const session of sessions) if (session.isIdle()) session.advance();
    for (const kind of ['urgent', 'ordinary'] as const)
      while (waiting[kind].length > 0 && mayOpen(kind)) void open(waiting[kind].shift() as Task);
    if (waiting.urgent.length + waiting.ordinary.length === 0) return;
    for (const session of sessions) session.advance();
  }

  function mayOpen(kind: 'urgent' | 'ordinary'): boolean {
    if (kind === 'ordinary' && !hasRoomForOrdinary()) return false;
    if (sessions.size + opening.size < room.total) return true;
    // An idle session that is left is one with a relay that is not the best now.
    const idle = [...sessions].find((session) => session.isIdle());
    if (!idle) return false;
    sessions.delete(idle);
    void idle.close();
    return true;
  }

  /** Opens a session for a message, with the relay that is best now, else with the next. */
  async function open(task: Task) {
    const candidates = preference.candidates().filter((relay) => !task.tried.includes(relay));
    const [relay] = candidates;
    if (!relay) return task.failed(noRelay());
    opening.add(task);
    try {
      const timeoutMs = openingTime(task.deadline - performance.now(), candidates.length);
      const opened = await openSocket(relay, timeoutMs);
      preference.worked(relay);
      opening.delete(task);
      sessions.add(startSession(withManner(opened), host, task));
    } catch (error) {
      preference.failed(relay);
      opening.delete(task);
      task.tried.push(relay);
      if (task.tried.length === relays.length) task.failed(error as DeliveryError);
      else waiting[kindOf(task)].unshift(task);
    }
    feed();
  }

  const withManner = (opened: Awaited<ReturnType<typeof openSocket>>) =>
    (misses.get(opened.relay) ?? 0) < mostMisses
      ? opened
      : { ...opened, offer: { ...opened.offer, pipelining: false } };

  function send(message: Finished, { urgent, timeoutMs, whenRoom = (go) => go() }: SendOptions) {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const task: Task = {
      message,
      urgent,
      whenRoom,
      deadline: performance.now() + timeoutMs,
      tried: [],
      taken: (words) => resolve(tidy(words, message.target)),
      failed: reject,
      again() {
        waiting[kindOf(task)].unshift(task);
        queueMicrotask(feed);
      },
    };
    waiting[kindOf(task)].push(task);
    watch ??= setInterval(expire, watchMs).unref();
    feed();
    return promise;
  }

  function expire() {
    const now = performance.now();
    for (const session of sessions) session.expire(now);
    for (const kind of ['urgent', 'ordinary'] as const) {
      const late = waiting[kind].filter(({ deadline }) => deadline <= now);
      waiting[kind] = waiting[kind].filter(({ deadline }) => deadline > now);
      for (const task of late)
        task.failed(new DeliveryError('No connection came free in time.', { permanent: false }));
    }
  }

  return {
    send(message, options) {
      const sent = send(message, options);
      sending.add(sent);
      const forget = () => sending.delete(sent);
      sent.then(forget, forget);
      return sent;
    },
    async close() {
      await Promise.allSettled(sending);
      clearInterval(watch);
      watch = undefined;
      await Promise.all([...sessions].map((session) => session.close()));
    },
  };
}

const kindOf = ({ urgent }: Task) => (urgent ? 'urgent' : 'ordinary');

const noRelay = () => new DeliveryError('No relay is set.', { permanent: false, relay: true });
