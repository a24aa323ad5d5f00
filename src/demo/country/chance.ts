/** Chance that falls the same way at every start, so that two demos can be compared and a picture stays true. */
export type Chance = {
  /** True once in so many times: `happens(0.2)` is one in five. */
  happens(likelihood: number): boolean;
  pick<T>(list: readonly T[]): T;
};

/** Draws from a seed; the generator is mulberry32, which is no secret and needs none. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    happens: (likelihood) => next() < likelihood,
    pick<T>(list: readonly T[]) {
      if (list.length === 0) throw new RangeError('There is nothing to pick from.');
      return list[Math.floor(next() * list.length)] as T;
    },
  };
}
