/** What was opened on the way and has to be closed at the end, the last first. */
export type Curtain = {
  /** Opens something that `close` ends; once the curtain has fallen, nothing new begins. */
  open<T>(make: () => T | Promise<T>, close: (thing: T) => Promise<unknown>): Promise<T>;
  /** @throws once the curtain has fallen: whoever plays on looks here now and then */
  check(): void;
  /** Closes everything that is open, or is being opened. */
  fall(): Promise<void>;
};

export function createCurtain(): Curtain {
  const ends: (() => Promise<unknown>)[] = [];
  const opening = new Set<Promise<unknown>>();
  let fallen = false;
  const check = () => {
    if (fallen) throw new Error('The curtain has fallen.');
  };
  return {
    check,
    async open(make, close) {
      check();
      const opened = (async () => {
        const thing = await make();
        ends.push(() => close(thing));
        return thing;
      })();
      opening.add(opened);
      const thing = await opened.finally(() => opening.delete(opened));
      check();
      return thing;
    },
    async fall() {
      fallen = true;
      await Promise.allSettled(opening);
      for (let end = ends.pop(); end; end = ends.pop()) await end();
    },
  };
}
