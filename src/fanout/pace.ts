/** Lets through so many a second, with a burst of one tenth of a second's worth. Times are in ms on a clock that never goes back. */
export type Pace = { take(now: number): number };

/** `take` answers 0 and counts one, or answers how many ms to wait. An infinite rate never waits. */
export function createPace(perSecond: number): Pace {
  const burst = Math.max(1, perSecond / 10);
  let tokens = burst;
  let last = Number.NEGATIVE_INFINITY;
  return {
    take(now) {
      if (!Number.isFinite(perSecond)) return 0;
      tokens =
        last === Number.NEGATIVE_INFINITY
          ? burst
          : Math.min(burst, tokens + ((now - last) * perSecond) / 1000);
      last = now;
      if (tokens < 1) return Math.ceil(((1 - tokens) * 1000) / perSecond);
      tokens -= 1;
      return 0;
    },
  };
}

/** How long a lane is watched before it is known anew how much it does, in ms. */
const windowMs = 250;

/**
 * Measures what a lane does in a second, so that a claim is one second's work. It starts low and takes the first
 * measure as it is, later ones by halves.
 */
export function createThroughput() {
  let perSecond: number | null = null;
  let since: number | null = null;
  let count = 0;
  return {
    done(now: number) {
      if (since === null) {
        since = now;
        return;
      }
      count += 1;
      if (now - since < windowMs) return;
      const measured = (count * 1000) / (now - since);
      perSecond = perSecond === null ? measured : (perSecond + measured) / 2;
      since = now;
      count = 0;
    },
    /** Nothing is left to do: the time until there is does not count. */
    rest() {
      since = null;
      count = 0;
    },
    secondsWork: () => Math.min(2000, Math.max(10, Math.ceil(perSecond ?? 50))),
  };
}
