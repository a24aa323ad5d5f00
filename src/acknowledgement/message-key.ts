import type { LinkKey } from '../setting/key.ts';
import { isSame, sealOf } from './seal.ts';

/** 32 lower-case characters, since some servers fold the case of a local part (RFC 5321 §2.4 asks them not to). */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
const shape = /^([0-9a-z]{1,11})\.([a-z2-7]{10})$/;

/**
 * The key of a delivery's message: the local part of its Message-ID and of its return path. Sealed
 * with the oldest key that is kept, so that a new key in front neither changes the Message-ID of a retry nor breaks the
 * thread under earlier mail; unguessable, so that nobody can report a bounce that did not happen.
 */
export function messageKey(keys: LinkKey[], deliveryId: number): string {
  const oldest = keys.at(-1);
  if (!oldest) throw new Error('There is no key to seal messages with.');
  return `${deliveryId.toString(36)}.${sealText(oldest, deliveryId)}`;
}

/** The delivery that a message key belongs to, or null when it is not ours. */
export function readMessageKey(keys: LinkKey[], text: string): number | null {
  const [, id = '', seal = ''] = text.toLowerCase().match(shape) ?? [];
  const deliveryId = Number.parseInt(id, 36);
  if (!Number.isSafeInteger(deliveryId)) return null;
  const ours = keys.some((key) =>
    isSame(Buffer.from(sealText(key, deliveryId)), Buffer.from(seal)),
  );
  return ours ? deliveryId : null;
}

/** 50 bits of the seal as ten characters. */
function sealText(key: LinkKey, deliveryId: number): string {
  let text = '';
  for (const byte of sealOf(key, 'message', String(deliveryId), 10)) text += alphabet[byte & 31];
  return text;
}
