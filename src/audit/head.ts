import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The end of the chain: how many entries it has and the hash of the last. */
export type End = { position: number; hash: Buffer };

/** The end at one moment, signed with a key that the database does not hold. */
export type Head = End & { at: Date; keyId: string; signature: Buffer };

/** @returns the head that says: at this moment the chain ended here. */
export function signHead(key: KeyObject, { position, hash, at }: End & { at: Date }): Head {
  const head = { position, hash, at, keyId: keyIdOf(key) };
  return { ...head, signature: sign(null, signedBytes(head), key) };
}

/** Whether `key` signed just this position, hash and moment. */
export function isSignedBy(key: KeyObject, head: Head): boolean {
  return verify(null, signedBytes(head), publicHalf(key), head.signature);
}

/** Says which key signed: the first 16 hexadecimal digits of the SHA-256 of its public half in DER. */
export function keyIdOf(key: KeyObject): string {
  const der = publicHalf(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

/** How the log writes an end, and `semafoor audit verify --head` takes it: `position:hash`. */
export function formatHead({ position, hash }: End): string {
  return `${position}:${hash.toString('hex')}`;
}

/** Reads what `formatHead` wrote; undefined when it is something else. */
export function parseHead(text: string): End | undefined {
  const [, position, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text.trim()) ?? [];
  if (!position || !hash) return undefined;
  return { position: Number(position), hash: Buffer.from(hash, 'hex') };
}

const publicHalf = (key: KeyObject) => (key.type === 'public' ? key : createPublicKey(key));

function signedBytes({ position, hash, at, keyId }: Omit<Head, 'signature'>): Buffer {
  const parts = ['semafoor audit head', position, hash.toString('hex'), at.toISOString(), keyId];
  return Buffer.from(JSON.stringify(parts));
}
