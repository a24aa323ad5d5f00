import { DeliveryError } from '../../errors.ts';

type Waiting = { urgent: boolean; take(): void };

/**
 * The places of one destination: at most `total` at once, of which `urgent` are kept for Urgent. Who waits for one longer
 * than allowed gets none.
 */
export function createPlaces({ total, urgent: kept }: { total: number; urgent: number }) {
  const taken = { urgent: 0, ordinary: 0 };
  let waiting: Waiting[] = [];

  const isFree = (urgent: boolean) =>
    taken.urgent + taken.ordinary < total && (urgent || taken.ordinary < total - kept);

  function free(kind: 'urgent' | 'ordinary') {
    taken[kind] -= 1;
    const next =
      waiting.find(({ urgent }) => urgent && isFree(true)) ?? waiting.find(() => isFree(false));
    if (!next) return;
    waiting = waiting.filter((one) => one !== next);
    next.take();
  }

  /** The promise is what gives the place back. @throws DeliveryError when none came free in time */
  return async function take(urgent: boolean, timeoutMs: number): Promise<() => void> {
    const kind = urgent ? 'urgent' : 'ordinary';
    const seat = () => {
      taken[kind] += 1;
      return () => free(kind);
    };
    if (isFree(urgent)) return seat();
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const one = { urgent, take: () => resolve(seat()) };
    waiting.push(one);
    const timer = setTimeout(() => {
      waiting = waiting.filter((other) => other !== one);
      reject(new DeliveryError('no place came free in time', { permanent: false }));
    }, timeoutMs);
    return promise.finally(() => clearTimeout(timer));
  };
}
