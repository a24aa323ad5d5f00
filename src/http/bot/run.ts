import { setTimeout as wait } from 'node:timers/promises';
import { GrammyError } from 'grammy';
import { connect } from '../../database/connect.ts';
import type { Hub } from '../../hub.ts';
import { pollOnce } from './poll.ts';
import { registerBot } from './register.ts';

/** Any number that no other advisory lock of the hub has. */
const pollerLock = 7_236_002;
/** How long to wait before looking again whether somebody else still polls, and after a failure, in ms. */
const lookMs = 5000;
const restMs = { first: 1000, longest: 60_000 };

/**
 * Keeps the bot in conversation on Node until it is stopped: with a webhook's secret Telegram calls, which it is told
 * once; else one process of all on this database asks Telegram, and any other takes over when that one ends. An update
 * that is being taken when it stops is taken to its end.
 */
export function runBot(hub: Hub): { stop(): Promise<void> } {
  const { telegram, databaseUrl } = hub.config;
  if (!telegram || !databaseUrl) return { stop: async () => {} };
  const stopping = new AbortController();
  const { signal } = stopping;
  // Of its own, because the lock is the connection's: after a lost one it has to be taken anew.
  const own = connect(databaseUrl, { max: 1, name: 'semafoor-bot' });
  let registered = false;
  let next: number | undefined;

  /** One step; the promise is how long to wait before the next, in ms, null when there is none. */
  async function step(): Promise<number | null> {
    if (!telegram?.webhookSecret && !(await isOurs())) return lookMs;
    if (!registered) await registerBot(hub.config, signal);
    registered = true;
    if (telegram?.webhookSecret) return null;
    next = await pollOnce(hub, { next, signal });
    return 0;
  }

  async function isOurs(): Promise<boolean> {
    const [row] = await own<
      [{ ours: boolean }]
    >`SELECT pg_try_advisory_lock(${pollerLock}) AS ours`;
    return row.ours;
  }

  async function run() {
    let rest = restMs.first;
    while (!signal.aborted) {
      const pause = await step().then(
        (ms) => {
          rest = restMs.first;
          return ms;
        },
        (error: unknown) => {
          if (signal.aborted) return 0;
          hub.log.warn({ err: error }, 'the bot cannot ask Telegram; it tries again');
          rest = Math.min(restMs.longest, rest * 2);
          return Math.max(rest, retryAfter(error));
        },
      );
      if (pause === null) return;
      if (pause > 0) await wait(pause, undefined, { signal }).catch(() => {});
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
      await own.end({ timeout: 1 });
    },
  };
}

const retryAfter = (error: unknown) =>
  error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
