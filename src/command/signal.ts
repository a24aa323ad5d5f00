import type { Log } from '../log.ts';

/** Ctrl-C reaches the process twice, from the terminal and passed on by tsx, within this many ms. */
const echo = 1000;

/**
 * Settles at the first SIGTERM or SIGINT; a second one, after its echo, ends the process at once. Called before anything
 * is started, so that a process asked to stop while it starts ends in order too, its embedded database with it.
 */
export function untilSignal(log: Log): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | null = null;
    const end = (signal: string) => {
      if (askedAt !== null) {
        if (performance.now() - askedAt > echo) process.exit(1);
        return;
      }
      askedAt = performance.now();
      log.info({ signal }, 'stopping: finishing what is on the wire');
      resolve();
    };
    process.on('SIGTERM', end).on('SIGINT', end);
  });
}
