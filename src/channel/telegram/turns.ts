import { DeliveryError } from '../../errors.ts';

export type TurnOptions = {
  /** How many calls may be out at once, and how many of these places only Urgent may take. */
  total: number;
  urgent: number;
  perSecond: number;
};
type Wish = { urgent: boolean; timeoutMs: number };
type Waiting = { urgent: boolean; grant: () => void };

/**
 * The turns of one bot: so many calls out at once and so many a second, over all its chats. Urgent goes first and has
 * a place of its own. `take` answers the function that gives the place back; who waits too long takes none.
 */
export function createTurns({ total, urgent, perSecond }: TurnOptions) {
  const waiting: Waiting[] = [];
  const out = { urgent: 0, ordinary: 0 };
  const burst = Math.max(1, perSecond / 10);
  let tokens = burst;
  let last = performance.now();
  let timer: NodeJS.Timeout | undefined;

  /** How many ms until the next call may go; 0 takes one. */
  function pace(): number {
    const now = performance.now();
    tokens = Math.min(burst, tokens + ((now - last) * perSecond) / 1000);
    last = now;
    if (tokens < 1) return Math.ceil(((1 - tokens) * 1000) / perSecond);
    tokens -= 1;
    return 0;
  }

  const hasPlace = (wish: Waiting) =>
    out.urgent + out.ordinary < total && (wish.urgent || out.ordinary < total - urgent);

  function pump() {
    clearTimeout(timer);
    for (;;) {
      const index = [true, false]
        .map((kind) => waiting.findIndex((wish) => wish.urgent === kind && hasPlace(wish)))
        .find((found) => found >= 0);
      if (index === undefined) return;
      const wait = pace();
      if (wait > 0) {
        timer = setTimeout(pump, wait);
        return;
      }
      const [next] = waiting.splice(index, 1) as [Waiting];
      out[next.urgent ? 'urgent' : 'ordinary'] += 1;
      next.grant();
    }
  }

  function giveBack(kind: 'urgent' | 'ordinary') {
    out[kind] -= 1;
    pump();
  }

  return {
    /** @throws DeliveryError when no turn came in time: nothing has left */
    take({ urgent, timeoutMs }: Wish): Promise<() => void> {
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.splice(waiting.indexOf(wish), 1);
          reject(new DeliveryError('No turn came in time.', { permanent: false }));
        }, timeoutMs);
        const wish: Waiting = {
          urgent,
          grant() {
            clearTimeout(late);
            resolve(() => giveBack(urgent ? 'urgent' : 'ordinary'));
          },
        };
        waiting.push(wish);
        pump();
      });
    },
  };
}
