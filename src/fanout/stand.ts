import type { Dispatch } from './dispatch.ts';

/**
 * How a dispatch stands.
 * `waiting`: decided, and nobody has expanded it yet.
 * `running`: its messages go.
 * `paused`: somebody, or the hub itself, holds it up; what is on the wire ends.
 * `stopping`: cancelled or superseded; what was not sent is being ended.
 * `stopped`: so ended.
 * `finished`: every delivery of it is final.
 */
export const stands = ['waiting', 'running', 'paused', 'stopping', 'stopped', 'finished'] as const;
export type Stand = (typeof stands)[number];

type Dates = Pick<Dispatch, 'expandedAt' | 'pausedAt' | 'stoppedAt' | 'finishedAt'>;

/** Reads how a dispatch stands from its dates. */
export function standOf({ expandedAt, pausedAt, stoppedAt, finishedAt }: Dates): Stand {
  if (finishedAt) return stoppedAt ? 'stopped' : 'finished';
  if (stoppedAt) return 'stopping';
  if (pausedAt) return 'paused';
  return expandedAt ? 'running' : 'waiting';
}
