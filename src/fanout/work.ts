import type { Progress } from './progress.ts';

/** How much of something is settled: `done` of `all`, in deliveries. */
export type Work = { done: number; all: number };

/** Wherever a share is shown, it is this one: who is left out on purpose is no work, and stands apart. */
export function workOf(progress: Omit<Progress, 'dispatchId' | 'skipped'>): Work {
  const { open, sent, delivered, bounced, failed, cancelled } = progress;
  const done = sent + delivered + bounced + failed + cancelled;
  return { done, all: done + open };
}
