import { generateKey } from 'openpgp';

type Wish = { name: string; email: string; passphrase?: string | undefined };

/** In days: long enough to be spread, short enough that a lost one ends. */
const term = 2 * 365;

/** A new key to sign with: Ed25519, in the form that every OpenPGP program in use reads. ASCII armored. */
export async function generateOpenPgpKey({ name, email, passphrase }: Wish): Promise<string> {
  const { privateKey } = await generateKey({
    userIDs: { name, email },
    type: 'ecc',
    curve: 'ed25519Legacy',
    keyExpirationTime: term * 86_400,
    ...(passphrase && { passphrase }),
  });
  return privateKey;
}
