import { type Key, readKey, revokeKey } from 'openpgp';
import { describe, expect, test } from 'vitest';
import { HubError } from '../src/errors.ts';
import { readPublicKey } from '../src/openpgp-public-key.ts';
import { nameOf, weaknessOf } from '../src/openpgp-strength.ts';
import { keyRefusals } from '../templates/console/audience/key-refusal-words.ts';
import { refusalIn } from '../templates/sign-in/refusal-words.ts';
import { makeKey, makeKeyEnding } from './support/openpgp-key.ts';

const karim = await makeKey();

test('a key is read with what people compare, and nothing else of it is kept', async () => {
  const key = await readPublicKey(`From a mail:\n\n${karim.publicKey}\nRegards, Karim`);
  const kept = await readKey({ armoredKey: key.armored });
  expect(key.fingerprint).toMatch(/^[0-9A-F]{40}$/);
  expect(kept.getFingerprint().toUpperCase()).toBe(key.fingerprint);
  expect(key.armored).not.toMatch(/Regards|From a mail/);
  expect(key).toMatchObject({ algorithm: 'ecdh curve25519Legacy', endsAt: null });
});

test('its end is the earliest of the key and the part that encrypts', async () => {
  const { endsAt } = await readPublicKey((await makeKeyEnding(40)).publicKey);
  const days = (Number(endsAt) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(39);
  expect(days).toBeLessThan(41);
});

async function refusalOf(text: string): Promise<string> {
  const error = await readPublicKey(text).catch((error: Error) => error);
  expect(error).toBeInstanceOf(HubError);
  expect(error).toMatchObject({ code: 'invalid', findings: [{ path: 'armoredKey' }] });
  const { message } = error as Error;
  // Whoever reads the console in Dutch is told so too.
  expect(refusalIn('nl', message, keyRefusals)).toMatch(
    /^D(eze sleutel is niet|it is een GEHEIME)/,
  );
  return message;
}

describe('a key that will not do is refused:', () => {
  test('a secret one, loudly and without repeating it', async () => {
    const said = await refusalOf(karim.privateKey);
    expect(said).toContain('SECRET');
    expect(said).not.toContain(karim.privateKey.split('\n')[3] as string);
    // Also where it came along with the public one, or its first line was mended.
    expect(await refusalOf(`${karim.publicKey}\n${karim.privateKey}`)).toContain('SECRET');
    const disguised = karim.privateKey.replaceAll('PRIVATE', 'PUBLIC');
    expect(await refusalOf(disguised)).toContain('SECRET');
  });

  const refused: [what: string, make: () => Promise<string>, why: string | RegExp][] = [
    ['no key at all', async () => 'hush', 'cannot be read'],
    [
      'a broken one',
      async () => karim.publicKey.replace(/\n\n....../, '\n\nAAAAAA'),
      'cannot be read',
    ],
    ['one that ended', async () => (await makeKeyEnding(-1)).publicKey, /ended on \d{4}-\d\d-\d\d/],
    [
      'RSA of 2048 bits',
      async () => (await makeKey({ type: 'rsa', rsaBits: 2048 })).publicKey,
      'RSA of 2048 bits',
    ],
    [
      'one that only signs',
      async () => (await makeKey({ subkeys: [{ sign: true }] })).publicKey,
      'no key to encrypt',
    ],
    ['two of them', async () => karim.publicKey + (await makeKey()).publicKey, 'more than one key'],
    ['one from tomorrow', makeForTomorrow, 'does not hold'],
    ['a revoked one', makeRevoked, 'was revoked'],
  ];
  test.each(refused)('%s', async (_, make, why) => {
    const said = await refusalOf(await make());
    expect(said).toMatch(why);
  });
});

const makeForTomorrow = async () =>
  (await makeKey({ date: new Date(Date.now() + 86_400_000) })).publicKey;

async function makeRevoked(): Promise<string> {
  const { publicKey, revocationCertificate } = await makeKey();
  const key: Key = await readKey({ armoredKey: publicKey });
  const { publicKey: revoked } = await revokeKey({ key, revocationCertificate, format: 'armored' });
  return revoked;
}

test.each([
  [{ algorithm: 'rsaEncryptSign', bits: 2999 }, 'RSA of 2999 bits, where at least 3000 are needed'],
  [{ algorithm: 'rsaEncryptSign', bits: 3072 }, null],
  [{ algorithm: 'elgamal', bits: 4096 }, 'elgamal is no longer trusted'],
  [{ algorithm: 'dsa', bits: 3072 }, 'dsa is no longer trusted'],
  [{ algorithm: 'x25519' }, null],
])('%o is weak: %s', (algorithm, why) => {
  expect(weaknessOf(algorithm)).toBe(why);
});

test('an algorithm is named as people name it', () => {
  expect(nameOf({ algorithm: 'rsaEncryptSign', bits: 4096 })).toBe('RSA 4096');
  expect(nameOf({ algorithm: 'x25519' })).toBe('x25519');
});
