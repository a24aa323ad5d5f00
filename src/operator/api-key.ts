import { createHash, randomBytes } from 'node:crypto';

const start = 'smf_';
const shape = /^smf_[0-9A-Za-z_-]{40}$/;

/** A new key: what it is recognised by, 192 random bits, and a checksum by which a mistyped one is known at once. */
export function inventKey(): string {
  const random = randomBytes(24).toString('base64url');
  return start + random + checksum(random);
}

/** Whether this could be a key: right shape, right checksum. Secret scanners use the same test. */
export function isKey(text: string): boolean {
  if (!shape.test(text)) return false;
  return checksum(text.slice(start.length, -8)) === text.slice(-8);
}

/** How a key begins: enough to tell one's keys apart, too little to be of use. */
export const hintOf = (key: string) => key.slice(0, start.length + 4);

const checksum = (random: string) =>
  createHash('sha256').update(random).digest('base64url').slice(0, 8);
