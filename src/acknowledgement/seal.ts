import {
  createHash,
  createHmac,
  createSecretKey,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto';
import type { LinkKey } from '../setting/key.ts';

/** What a seal is for: a seal made for one purpose never opens another. */
export type Purpose =
  | 'acknowledge'
  | 'unsubscribe'
  | 'confirm'
  | 'subscription'
  | 'message'
  | 'view'
  | 'login';

/** The seal on `body`: the first `bytes` bytes of its HMAC-SHA256 under this key, for this purpose alone. */
export function sealOf(key: LinkKey, purpose: Purpose, body: string | Uint8Array, bytes = 16) {
  return createHmac('sha256', preparedKey(key))
    .update(`${purpose}\n`)
    .update(body)
    .digest()
    .subarray(0, bytes);
}

// Every mail carries a seal per earlier message: a key that is prepared once makes each of them three times as fast.
const prepared = new WeakMap<LinkKey, KeyObject>();

function preparedKey(key: LinkKey): KeyObject {
  const known = prepared.get(key) ?? createSecretKey(key.key);
  prepared.set(key, known);
  return known;
}

/** Compares two seals in a time that does not depend on where they differ. */
export function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Two bytes that stand for a key's id, so that a link says which key to try without carrying a name. */
export function markOf(key: LinkKey): Buffer {
  const known = marks.get(key) ?? createHash('sha256').update(key.id).digest().subarray(0, 2);
  marks.set(key, known);
  return known;
}

const marks = new WeakMap<LinkKey, Buffer>();

/** The key that signs: the first of those configured. */
export function signingKey(keys: LinkKey[]): LinkKey {
  const [first] = keys;
  if (!first) throw new Error('There is no key to sign links with.');
  return first;
}
