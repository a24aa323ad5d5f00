/** What a key or subkey computes with, in the library's words. */
export type Algorithm = { algorithm: string; bits?: number; curve?: string };

/** Below it an RSA key is not fit for what has to hold for years (BSI TR-02102-1 §2). */
const leastRsaBits = 3000;
const trusted = ['ecdsa', 'eddsaLegacy', 'ed25519', 'ed448', 'ecdh', 'x25519', 'x448'];

/** Why an algorithm is no longer trusted, to sign or to encrypt; null where it is. */
export function weaknessOf({ algorithm, bits = 0 }: Algorithm): string | null {
  if (algorithm.startsWith('rsa'))
    return bits >= leastRsaBits
      ? null
      : `RSA of ${bits} bits, where at least ${leastRsaBits} are needed`;
  return trusted.includes(algorithm) ? null : `${algorithm} is no longer trusted`;
}

/** As people name it: `RSA 4096`, `ed25519`, `ecdh curve25519Legacy`. */
export function nameOf({ algorithm, bits, curve }: Algorithm): string {
  if (algorithm.startsWith('rsa')) return `RSA ${bits}`;
  return curve ? `${algorithm} ${curve}` : algorithm;
}
