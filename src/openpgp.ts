import {
  createCleartextMessage,
  createMessage,
  decryptKey,
  type PrivateKey,
  readPrivateKey,
  sign,
} from 'openpgp';
import { HubError } from './errors.ts';
import { type Algorithm, weaknessOf } from './openpgp-strength.ts';

/** The hub's OpenPGP key as its settings hold it. */
export type OpenPgpSetting = { key: string; passphrase: string | undefined };

/** A key that the hub can sign with. */
export type Signer = {
  key: PrivateKey;
  /** In capitals, as people compare it. */
  fingerprint: string;
  /** ASCII armored: for who checks the signatures. */
  publicKey: string;
  /** Null: it never ends. */
  endsAt: Date | null;
};

/**
 * Reads the hub's key and looks whether it can sign today.
 * @throws HubError invalid: no private key, locked, weak, revoked or at its end; never with the key in it
 */
export async function openSigner({ key: text, passphrase }: OpenPgpSetting): Promise<Signer> {
  const key = await unlock(await read(text), passphrase);
  const primary = await usable(() => key.getPrimaryUser().then(() => key));
  const signing = await usable(() => key.getSigningKey());
  for (const each of [primary, signing]) requireStrength(each.getAlgorithmInfo());
  const ends = await key.getExpirationTime();
  return {
    key,
    fingerprint: key.getFingerprint().toUpperCase(),
    publicKey: key.toPublic().armor(),
    endsAt: ends instanceof Date ? ends : null,
  };
}

const signers = new WeakMap<OpenPgpSetting, Promise<Signer>>();

/** The hub's signer, opened once; null without a key, and from the moment that its key is at its end. */
export async function findSigner(config: { openpgp: OpenPgpSetting | undefined }) {
  const { openpgp } = config;
  if (!openpgp) return null;
  const opened = signers.get(openpgp) ?? openSigner(openpgp);
  signers.set(openpgp, opened);
  const signer = await opened;
  return signer.endsAt && signer.endsAt.getTime() <= Date.now() ? null : signer;
}

/** A detached signature over these bytes (RFC 4880 §5.2.1, binary), ASCII armored. */
export async function signDetached({ key }: Signer, bytes: Uint8Array): Promise<string> {
  const message = await createMessage({ binary: bytes });
  return sign({ message, signingKeys: key, detached: true });
}

/** The text with its signature around it (RFC 4880 §7). */
export async function signClear({ key }: Signer, text: string): Promise<string> {
  return sign({ message: await createCleartextMessage({ text }), signingKeys: key });
}

async function read(armoredKey: string): Promise<PrivateKey> {
  try {
    return await readPrivateKey({ armoredKey });
  } catch {
    throw refuse('cannot be read: give one private key, ASCII armored');
  }
}

async function unlock(key: PrivateKey, passphrase: string | undefined): Promise<PrivateKey> {
  if (key.isDecrypted()) return key;
  if (passphrase === undefined) throw refuse('is locked: set OPENPGP_PASSPHRASE');
  try {
    return await decryptKey({ privateKey: key, passphrase });
  } catch {
    throw refuse('does not open with OPENPGP_PASSPHRASE');
  }
}

/** Expired, revoked and unknown algorithms: the library has the words, and no secret is in them. */
async function usable<T>(find: () => Promise<T>): Promise<T> {
  try {
    return await find();
  } catch (error) {
    throw refuse(`cannot sign today: ${(error as Error).message.replace(/\.$/, '')}`);
  }
}

function requireStrength(algorithm: Algorithm): void {
  const weakness = weaknessOf(algorithm);
  if (weakness) throw refuse(`is weak: ${weakness}`);
}

function refuse(why: string): HubError {
  const message = `${why}; make one with "semafoor keygen"`;
  const list = `The hub cannot start with these settings:\n  OPENPGP_KEY ${message}`;
  return new HubError('invalid', list, [{ path: 'OPENPGP_KEY', message }]);
}
