import type { Relay } from './relay.ts';

/**
 * Which relay to try, and which next: in the order of the settings, but one that could not be used rests at the end of
 * the row for a while. Whoever asks after that tries it first; until it is known to work the others leave it alone.
 */
export function createPreference(relays: Relay[], restMs: number) {
  const restUntil = new Map<Relay, number>();
  const isResting = (relay: Relay, now: number) => (restUntil.get(relay) ?? 0) > now;
  return {
    candidates(now = performance.now()): Relay[] {
      const ready = relays.filter((relay) => !isResting(relay, now));
      const resting = relays.filter((relay) => isResting(relay, now));
      const [first] = ready;
      if (first && restUntil.has(first)) restUntil.set(first, now + restMs);
      return [...ready, ...resting];
    },
    /** Whether no better relay may be tried now: only then does a session go on that is open already. */
    isBest(relay: Relay, now = performance.now()): boolean {
      return relays.find((each) => !isResting(each, now) || each === relay) === relay;
    },
    failed(relay: Relay, now = performance.now()): void {
      restUntil.set(relay, now + restMs);
    },
    worked(relay: Relay): void {
      restUntil.delete(relay);
    },
  };
}
