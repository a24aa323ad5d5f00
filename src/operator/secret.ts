import { createHash, createHmac } from 'node:crypto';
import type { Config } from '../config.ts';

type Keys = Config['linkKeys'];
type Secret = { version: number; value: string };

/**
 * What sessions, challenges and second factors are signed and encrypted with: one secret per link key, the first of
 * which is used and all of which are understood. So rotating LINK_KEYS rotates these, and a key may go once nothing
 * that was encrypted with it is left.
 */
export const secretsOf = (keys: Keys): Secret[] =>
  keys.map((key) => ({ version: versionOf(key.id), value: derive(key.key, 'operators') }));

/** A keyed hash under which something may be found again, but not read: addresses that somebody typed. */
export function blind(keys: Keys, text: string): Buffer {
  const [first] = keys;
  if (!first) throw new Error('There is no key to hash with.');
  return createHmac('sha256', derive(first.key, 'blind')).update(text).digest();
}

const derive = (key: Buffer, purpose: string) =>
  createHmac('sha256', key).update(`${purpose}\n`).digest('hex');

/** The library numbers its secrets; ours have names. */
const versionOf = (id: string) => createHash('sha256').update(id).digest().readUInt32BE(0);
