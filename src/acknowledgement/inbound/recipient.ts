import type { LinkKey } from '../../setting/key.ts';
import { readMessageKey } from '../message-key.ts';

/** What mail to one of the hub's own addresses is for: a report on a message, an answer to it, the end of a subscription. */
export type Purpose = 'bounce' | 'reply' | 'unsubscribe';
export type InboundRecipient = { purpose: Purpose; deliveryId: number };

type Ours = { linkKeys: LinkKey[]; mail: { returnPathDomain: string } };

/**
 * Whom an address that mail came to stands for, or null when it is not one that the hub gave out. It costs a seal and no
 * query, so that a stranger who tries addresses learns and moves nothing.
 */
export function readRecipient(config: Ours, address: string): InboundRecipient | null {
  const [, purpose, key = '', domain] =
    /^(bounce|reply|unsubscribe)\+([^@]{1,57})@([^@]{1,253})$/.exec(address.toLowerCase()) ?? [];
  if (!purpose || domain !== config.mail.returnPathDomain.toLowerCase()) return null;
  const deliveryId = readMessageKey(config.linkKeys, key);
  return deliveryId === null ? null : { purpose: purpose as Purpose, deliveryId };
}
