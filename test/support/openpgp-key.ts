import { generateKey, type KeyOptions } from 'openpgp';

type Pair = Record<'privateKey' | 'publicKey' | 'revocationCertificate', string>;

/** Somebody's OpenPGP key pair, ASCII armored, as most programs make it today unless told otherwise. */
export async function makeKey(change: Partial<KeyOptions> = {}): Promise<Pair> {
  const { privateKey, publicKey, revocationCertificate } = await generateKey({
    userIDs: { name: 'Karim Aydin', email: 'karim@provider.test' },
    type: 'ecc',
    curve: 'ed25519Legacy',
    // A key from the future is none: the clocks of two machines may differ a little.
    date: new Date(Date.now() - 60_000),
    ...change,
    format: 'armored',
  });
  return { privateKey, publicKey, revocationCertificate };
}

const second = 1000;
const day = 86_400 * second;

/** One that ends so many days from now; made long ago, since terms are counted from then. */
export function makeKeyEnding(days: number) {
  const age = 1000 * day;
  return makeKey({
    date: new Date(Date.now() - age),
    keyExpirationTime: Math.round((age + days * day) / second),
  });
}
