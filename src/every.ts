import type { Hub } from './hub.ts';

/** Work that comes round: `stop` waits for the round that is under way. */
export type Rounds = { now(): Promise<void>; stop(): Promise<void> };

/**
 * Runs `work` every `ms`, one round at a time, and at once when told. A round that fails is logged and comes round
 * again: the database being away must not end the hub.
 */
export function every(hub: Hub, ms: number, name: string, work: () => Promise<unknown>): Rounds {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function round() {
    do {
      again = false;
      try {
        await work();
      } catch (error) {
        hub.log.error({ err: error, work: name }, 'a round failed; it comes round again');
      }
    } while (again && !stopped);
    running = null;
  }

  function now(): Promise<void> {
    if (stopped) return Promise.resolve();
    again = running !== null;
    running ??= round();
    return running;
  }

  const timer = setInterval(() => void now(), ms);
  void now();
  return {
    now,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
