import {
  createMessage,
  generateKey,
  readCleartextMessage,
  readKey,
  readSignature,
  verify,
} from 'openpgp';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import type { HubError } from '../src/errors.ts';
import { generateOpenPgpKey } from '../src/generate-openpgp-key.ts';
import { openSigner, signClear, signDetached } from '../src/openpgp.ts';
import { inventKeys } from './support/settings.ts';

const owner = { name: 'NCSC', email: 'advisories@hub.test' };
const keys = inventKeys();

/** Through the settings, as an administrator gives it. */
async function open(key: string, passphrase?: string) {
  const { openpgp } = readConfig({
    ...keys,
    OPENPGP_KEY: key.replaceAll('\n', '\\n'),
    OPENPGP_PASSPHRASE: passphrase,
  });
  if (!openpgp) throw new Error('The setting was not read.');
  return openSigner(openpgp);
}
const refusalOf = (key: string, passphrase?: string) =>
  open(key, passphrase).then(
    () => 'none',
    (error: HubError) => error.findings[0]?.message,
  );
const armored = async (wish: Partial<Parameters<typeof generateKey>[0]>) =>
  (await generateKey({ userIDs: owner, ...wish, format: 'armored' })).privateKey as string;

test('a key that the hub made signs, and its public half verifies', async () => {
  const signer = await open(await generateOpenPgpKey(owner));
  const days = ((signer.endsAt?.getTime() ?? 0) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(730);
  expect(signer.publicKey).toMatch(/^-----BEGIN PGP PUBLIC KEY BLOCK-----/);
  const verificationKeys = await readKey({ armoredKey: signer.publicKey });
  const bytes = new TextEncoder().encode('{"a":"é"}\n');
  const armoredSignature = await signDetached(signer, bytes);
  const signature = await readSignature({ armoredSignature });
  const message = await createMessage({ binary: bytes });
  const { signatures } = await verify({ message, signature, verificationKeys });
  expect(await signatures[0]?.verified).toBe(true);
  const clear = await signClear(signer, 'Contact: mailto:a@b.nl\n');
  const read = await readCleartextMessage({ cleartextMessage: clear });
  const checked = await verify({ message: read, verificationKeys });
  expect(await checked.signatures[0]?.verified).toBe(true);
});

describe('a key is refused in words, and is not in them', () => {
  test('locked, and with the wrong passphrase; with the right one it opens', async () => {
    const key = await generateOpenPgpKey({ ...owner, passphrase: 'right' });
    expect(await refusalOf(key)).toContain('is locked: set OPENPGP_PASSPHRASE');
    expect(await refusalOf(key, 'wrong')).toMatch(/^does not open with OPENPGP_PASSPHRASE/);
    expect(await refusalOf(key, 'wrong')).not.toContain('wrong');
    expect((await open(key, 'right')).fingerprint).toMatch(/^[0-9A-F]{40}$/);
  });

  test('weak: RSA of 2048 bits; 3072 are enough', async () => {
    expect(await refusalOf(await armored({ type: 'rsa', rsaBits: 2048 }))).toContain(
      'is weak: RSA of 2048 bits, where at least 3000 are needed',
    );
    expect(await refusalOf(await armored({ type: 'rsa', rsaBits: 3072 }))).toBe('none');
  });

  test('at its end', async () => {
    const date = new Date('2020-01-01T00:00:00Z');
    const key = await armored({ type: 'ecc', date, keyExpirationTime: 86_400 });
    expect(await refusalOf(key)).toMatch(/cannot sign today: .*expired/i);
  });

  test('no private key', async () => {
    const { publicKey } = await generateKey({ userIDs: owner, type: 'ecc' });
    const setting = { ...keys, OPENPGP_KEY: publicKey };
    expect(() => readConfig(setting)).toThrow('OPENPGP_KEY must be an OpenPGP private key');
    const broken =
      '-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nhush\n-----END PGP PRIVATE KEY BLOCK-----';
    expect(await refusalOf(broken)).toContain('cannot be read');
    expect(await refusalOf(broken)).not.toContain('hush');
  });
});
