/** Requests under way at once, of one process; each takes ten seconds at most. `freed` hears of every end. */
export function createPool(total: number, freed: () => void) {
  const running = new Set<Promise<void>>();
  return {
    room: () => total - running.size,
    /** `work` never throws. */
    run(work: () => Promise<void>): void {
      const one: Promise<void> = work().finally(() => {
        running.delete(one);
        freed();
      });
      running.add(one);
    },
    /** Waits for what is under way. */
    async drain(): Promise<void> {
      await Promise.all(running);
    },
  };
}

export type Pool = ReturnType<typeof createPool>;

/** Requests under way to one host at once, all processes together; those that failed before have one of their own. */
export const perHost = { first: 2, again: 1 };

/** How long a claim holds, in seconds: a request is given up long before. After a kill it is made again. */
export const leaseSeconds = 30;
