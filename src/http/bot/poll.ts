import type { Telegram } from '../../config.ts';
import { isAway } from '../../database/away.ts';
import { DeliveryError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { apiOf } from './api.ts';
import { noteUpdate, takeUpdate } from './take-update.ts';
import { allowedUpdates } from './update.ts';

/** How long Telegram holds a question to which there is no answer yet, in seconds, and how long it is believed to be there. */
const holdSeconds = 25;
const patienceMs = 40_000;
/** So often an update is tried that ends in a fault of ours or that Telegram does not let us answer. */
const tries = 3;

/**
 * Asks Telegram once what people said since `next`, and takes all of it. The promise is where to ask on from.
 * @throws GrammyError | HttpError, or what the database throws while it is away: then nothing was passed over
 */
export async function pollOnce(
  hub: Hub,
  { next, signal }: { next: number | undefined; signal: AbortSignal },
): Promise<number | undefined> {
  const until = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]);
  const updates = await apiOf(hub.config.telegram as Telegram).getUpdates(
    {
      ...(next !== undefined && { offset: next }),
      timeout: holdSeconds,
      limit: 100,
      allowed_updates: allowedUpdates,
    },
    until as never,
  );
  let from = next;
  for (const update of updates) {
    if (signal.aborted) break;
    await take(hub, update.update_id, update);
    from = update.update_id + 1;
  }
  return from;
}

/** One update that cannot be taken must not hold up all that come after it. */
async function take(hub: Hub, id: number, update: unknown): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await takeUpdate(hub, update);
      return;
    } catch (error) {
      if (isAway(error)) throw error;
      const ours = !(error instanceof DeliveryError);
      if (attempt < tries && !ours) continue;
      hub.log.error({ err: error, object: `update:${id}` }, 'an update could not be taken');
      await noteUpdate(hub, id, { outcome: 'failed', why: ours ? 'a fault' : 'no answer taken' });
      return;
    }
  }
}
