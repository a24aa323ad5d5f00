import type { Channel, Letter, SlotName } from '../channel/channel.ts';
import { DeliveryError } from '../errors.ts';
import type { Hub } from '../hub.ts';

/** One message outside the ledger: to whom, and what makes it the same message when it goes again. */
export type Handed = {
  target: string;
  key: string;
  slots: Record<SlotName, string>;
  /** The address, where it is one of the hub's. */
  addressId?: number;
};

/** What became of it. */
export type Ended = { sent: boolean; permanent: boolean; detail: string };

/** Hands over a message that belongs to no dispatch (a test mail, a confirmation); what fails is data, and in the log where it is ours. */
export async function handOver(
  hub: Hub,
  channel: Channel,
  {
    write,
    to,
    timeoutMs,
  }: { write: () => Letter | Promise<Letter>; to: Handed; timeoutMs: number },
): Promise<Ended> {
  try {
    const message = await channel.finish(channel.compose(await write()), {
      addressId: 0,
      ...to,
      deliveryId: 0,
      encryptionKey: null,
      earlierKeys: [],
      posts: [],
      writtenAt: await hub.now(),
    });
    const { detail } = await channel.send(message, { urgent: false, timeoutMs });
    return { sent: true, permanent: true, detail: words(detail) };
  } catch (error) {
    if (error instanceof DeliveryError)
      return { sent: false, permanent: error.permanent, detail: words(error.message) };
    hub.log.error({ err: error, key: to.key }, 'a message outside the ledger could not be sent');
    return { sent: false, permanent: false, detail: 'an internal error' };
  }
}

const words = (detail: string) => detail.slice(0, 1000).replaceAll('\0', '\uFFFD').toWellFormed();
