import type { Lane } from './lane.ts';

/** How long a lane is kept that has nothing to do, in ms: what it learned of its pace is worth that much. */
const keptMs = 60_000;

type Kept = { lane: Lane; usedAt: number };

/** The lanes of one dispatcher. There may be one per partner or group: those that had nothing to do for a while go. */
export function createLanes(make: (name: string) => Lane | undefined) {
  const kept = new Map<string, Kept>();
  return {
    /** The lane for work that waits now; undefined where nobody here does that work. */
    take(name: string, now: number): Lane | undefined {
      const lane = kept.get(name)?.lane ?? make(name);
      if (lane) kept.set(name, { lane, usedAt: now });
      return lane;
    },
    /** Forgets those for which nothing waited for a while and that hold nothing. */
    drop(now: number): void {
      for (const [name, { lane, usedAt }] of kept) {
        if (now - usedAt < keptMs || !lane.isIdle()) continue;
        lane.stop();
        kept.delete(name);
      }
    },
    all: () => [...kept.values()].map(({ lane }) => lane),
  };
}
