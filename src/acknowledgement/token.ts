import type { Config } from '../config.ts';
import { HubError } from '../errors.ts';
import type { LinkKey } from '../setting/key.ts';
import { isSame, markOf, type Purpose, sealOf, signingKey } from './seal.ts';

/** How long after its dispatch was decided a link answers; an advisory that old is history. */
export const linkDays = 400;

/** A token's parts in bytes: the key's mark, the id of what it opens, the seal. 24 bytes are 32 characters of base64url. */
const parts = { mark: 2, id: 6, seal: 16 };
const shape = /^[A-Za-z0-9_-]{32}$/;

/** What a link is for; one made for one page never opens another. */
export type LinkPurpose = Extract<
  Purpose,
  'acknowledge' | 'unsubscribe' | 'confirm' | 'subscription'
>;

/** The token of a link to one delivery, confirmation or subscription. Nothing of it is stored: whoever holds the keys can make it again. */
export function linkToken(
  keys: LinkKey[],
  whose: number,
  purpose: LinkPurpose = 'acknowledge',
): string {
  const key = signingKey(keys);
  const id = Buffer.alloc(parts.id);
  id.writeUIntBE(whose, 0, parts.id);
  return Buffer.concat([markOf(key), id, sealOf(key, purpose, id, parts.seal)]).toString(
    'base64url',
  );
}

/** The whole address that stands in a message. */
export function acknowledgementLink(
  config: Pick<Config, 'publicUrl' | 'linkKeys'>,
  deliveryId: number,
): string {
  return `${config.publicUrl}/acknowledge/${linkToken(config.linkKeys, deliveryId)}`;
}

/** The address under which a member of the public ends its subscription (RFC 8058 §3.1). */
export function unsubscribeLink(
  { publicUrl, linkKeys }: Pick<Config, 'publicUrl' | 'linkKeys'>,
  deliveryId: number,
): string {
  return `${publicUrl}/unsubscribe/${linkToken(linkKeys, deliveryId, 'unsubscribe')}`;
}

/** The address under which somebody confirms that the mailbox is theirs; `confirmationId` names the request. */
export function confirmationLink(
  { publicUrl, linkKeys }: Pick<Config, 'publicUrl' | 'linkKeys'>,
  confirmationId: number,
): string {
  return `${publicUrl}/subscribe/${linkToken(linkKeys, confirmationId, 'confirm')}`;
}

/** The page on which a subscription is changed or ended. */
export function subscriptionPath(
  { linkKeys }: Pick<Config, 'linkKeys'>,
  subscriptionId: number,
): string {
  return `/subscriptions/${linkToken(linkKeys, subscriptionId, 'subscription')}`;
}

/**
 * What a link belongs to: a delivery, or by its purpose a confirmation or a subscription.
 * @throws HubError `not_found` when the link was never ours, `gone` when it was signed with a key that is no longer kept
 */
export function readLinkToken(
  keys: LinkKey[],
  token: string,
  purpose: LinkPurpose = 'acknowledge',
): number {
  if (!shape.test(token)) throw unknownLink();
  const bytes = Buffer.from(token, 'base64url');
  const id = bytes.subarray(parts.mark, parts.mark + parts.id);
  const seal = bytes.subarray(parts.mark + parts.id);
  const named = keys.filter((key) => isSame(markOf(key), bytes.subarray(0, parts.mark)));
  if (named.length === 0) throw expiredLink();
  if (!named.some((key) => isSame(sealOf(key, purpose, id, parts.seal), seal))) throw unknownLink();
  return id.readUIntBE(0, parts.id);
}

/** A link that is not ours, or not whole. */
export const unknownLink = () =>
  new HubError(
    'not_found',
    'This link is not complete or not ours: copy the whole link from the message, or call us.',
  );

/** A link that was good once. */
export const expiredLink = () =>
  new HubError('gone', 'This link has expired: use the link in a newer message, or call us.');
