import type { Channel, Receipt, Recipient, SlotName } from '../channel/channel.ts';
import { isAway } from '../database/away.ts';
import { DeliveryError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import type { Claimed } from './claim.ts';
import { letterFor } from './letter-for.ts';
import { findOccasion, type Occasion } from './occasion.ts';

/** How the hub addresses one recipient; wired at the entry point, since the tokens belong to acknowledgement. */
export type Links = {
  /** The idempotency key of a delivery: stable over retries, unguessable. */
  key(deliveryId: number): string;
  slots(deliveryId: number): Record<SlotName, string>;
  /** Where somebody confirms that a mailbox is theirs. */
  confirm(confirmationId: number): string;
};

/** What one composed letter is for; kept for the newest few, since a dispatch has at most eight. */
const kept = 64;

/**
 * Returns the function that composes, finishes and sends a delivery: a letter is composed once per dispatch, language,
 * form and kind of owner, finished per recipient, handed to the channel; it answers the other side's receipt. What the
 * channel takes ahead leaves by `whenRoom`.
 */
export function createComposer(hub: Hub, links: Links, whenRoom = (go: () => void) => go()) {
  const occasions = createMemo<Occasion>();
  const composed = createMemo<unknown>();

  async function compose(channel: Channel, delivery: Claimed): Promise<unknown> {
    const { dispatchId, language, form, contactId } = delivery;
    const owner = contactId === null ? 'public' : 'contact';
    return composed(`${channel.name}|${dispatchId}|${language}|${form}|${owner}`, async () => {
      const occasion = await occasions(String(dispatchId), () => findOccasion(hub.sql, dispatchId));
      return channel.compose(letterFor(hub, occasion, { form, owner, language }));
    });
  }

  return async (channel: Channel, delivery: Claimed, timeoutMs: number): Promise<Receipt> => {
    const until = performance.now() + timeoutMs;
    const message = await compose(channel, delivery)
      .then((segments) => channel.finish(segments, recipientOf(delivery, links)))
      .catch(giveBack);
    const left = until - performance.now();
    if (left <= 0) throw late();
    return channel.send(message, { urgent: delivery.priority === 0, timeoutMs: left, whenRoom });
  };
}

/** Nothing has left the house: that the database went away says nothing of this recipient. */
function giveBack(error: unknown): never {
  if (!isAway(error)) throw error;
  throw new DeliveryError('The database is away.', { permanent: false, relay: true });
}

/** Somebody else may hold the delivery by now. */
const late = () => new DeliveryError('It was not finished in time.', { permanent: false });

function recipientOf(delivery: Claimed, links: Links): Recipient {
  return {
    deliveryId: delivery.id,
    addressId: delivery.addressId,
    target: delivery.target,
    encryptionKey: delivery.encryptionKey,
    key: links.key(delivery.id),
    earlierKeys: delivery.earlier.map(links.key),
    posts: delivery.posts,
    writtenAt: delivery.claimedAt,
    slots: links.slots(delivery.id),
  };
}

/** Remembers the newest few results; one that failed is forgotten, so that it is tried again. */
function createMemo<T>() {
  const entries = new Map<string, Promise<T>>();
  return (key: string, make: () => Promise<T>): Promise<T> => {
    const known = entries.get(key);
    if (known) return known;
    const made = make();
    entries.set(key, made);
    made.catch(() => entries.delete(key));
    const oldest = entries.keys().next().value;
    if (entries.size > kept && oldest !== undefined) entries.delete(oldest);
    return made;
  };
}
