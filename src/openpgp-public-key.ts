import { type Key, readKeys, type Subkey } from 'openpgp';
import { HubError } from './errors.ts';
import { nameOf, weaknessOf } from './openpgp-strength.ts';

/** A key that mail can be encrypted to. */
export type PublicKey = {
  /** ASCII armored, without what others said of it. */
  armored: string;
  /** In capitals, as people compare it. */
  fingerprint: string;
  /** Of what encrypts. */
  algorithm: string;
  /** From then on nothing can be encrypted to it; null: it never ends. */
  endsAt: Date | null;
};

/** In characters: a key with a photo or the signatures of hundreds is larger, and no use. */
export const mostKeyCharacters = 50_000;

/**
 * Reads somebody's public key and looks whether mail can be encrypted to it today.
 * @throws HubError invalid: not one public key, revoked, at its end, weak, or not for encrypting; loud about a secret one
 */
export async function readPublicKey(text: string): Promise<PublicKey> {
  if (/PGP PRIVATE KEY/i.test(text)) throw secret();
  const key = await parse(text);
  if (key.isPrivate()) throw secret();
  await requireValid(key);
  const encrypting = await key.getEncryptionKey().catch(() => null);
  if (!encrypting) throw refuse('It has no key to encrypt with that is usable today.');
  for (const each of [key, encrypting]) {
    const weakness = weaknessOf(each.getAlgorithmInfo());
    if (weakness) throw refuse(`It is weak: ${weakness}.`);
  }
  strip(key);
  return {
    armored: key.armor(),
    fingerprint: key.getFingerprint().toUpperCase(),
    algorithm: nameOf(encrypting.getAlgorithmInfo()),
    endsAt: await endOf(key, encrypting),
  };
}

async function parse(text: string): Promise<Key> {
  const keys = await readKeys({ armoredKeys: text }).catch(() => []);
  const [key, ...others] = keys;
  if (!key) throw refuse('It cannot be read: give one public key, ASCII armored.');
  // Of two blocks the library reads the first alone; two keys may stand in one as well.
  const blocks = text.match(/-----BEGIN PGP PUBLIC KEY BLOCK-----/g) ?? [];
  if (others.length > 0 || blocks.length > 1)
    throw refuse('There is more than one key in it: give one.');
  return key;
}

async function requireValid(key: Key): Promise<void> {
  if (await key.isRevoked()) throw refuse('It was revoked.');
  const ends = await key.getExpirationTime();
  if (ends instanceof Date && ends.getTime() <= Date.now())
    throw refuse(`It ended on ${ends.toISOString().slice(0, 10)}.`);
  const why = await key.verifyPrimaryKey().then(
    () => null,
    (error: Error) => error.message.replace(/\.$/, ''),
  );
  if (why !== null) throw refuse(`It does not hold: ${why}.`);
}

/** The earliest of the key's own end and that of the part that encrypts. */
async function endOf(key: Key, encrypting: Key | Subkey): Promise<Date | null> {
  const ends = [await key.getExpirationTime(), await encrypting.getExpirationTime()];
  const dates = ends.filter((end) => end instanceof Date).map(Number);
  return dates.length > 0 ? new Date(Math.min(...dates)) : null;
}

/** Only what makes it a key: neither other people's signatures nor a portrait. */
function strip(key: Key): void {
  key.users = key.users.filter(({ userID }) => userID !== null);
  for (const user of key.users) user.otherCertifications = [];
}

const path = 'armoredKey';
const refuse = (why: string) => {
  const message = `This key cannot be used. ${why}`;
  return new HubError('invalid', message, [{ path, message }]);
};

function secret(): HubError {
  const message =
    'This is a SECRET key. Nothing was stored, but it has left its owner’s hands: tell the owner at once to revoke it and make a new one. Ask for the public key.';
  return new HubError('invalid', message, [{ path, message }]);
}
