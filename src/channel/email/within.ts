export type Settle<T> = { resolve: (value: T) => void; reject: (error: unknown) => void };

/** Runs `start` for at most `ms`. What it returns is called when the time is over: it gives up, and its error is thrown. */
export function within<T>(ms: number, start: (settle: Settle<T>) => () => Error): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const end =
      <A>(settle: (argument: A) => void) =>
      (argument: A) => {
        clearTimeout(timer);
        settle(argument);
      };
    const giveUp = start({ resolve: end(resolve), reject: end(reject) });
    timer = setTimeout(() => reject(giveUp()), Math.max(0, ms));
  });
}
