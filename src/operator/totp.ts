import { createHmac, randomBytes } from 'node:crypto';

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** Seconds that a code stands for (RFC 6238 §4.1). */
const period = 30;

/** A new secret for an authenticator: 160 bits in base32 (RFC 4226 §4 R6). */
export const inventSecret = () => pick(32).toUpperCase();

/** Codes for when the authenticator is lost, each good once. */
export const inventBackupCodes = () => Array.from({ length: 10 }, () => `${pick(5)}-${pick(5)}`);

const pick = (length: number) =>
  Array.from(randomBytes(length), (byte) => alphabet[byte & 31]).join('');

/** What an authenticator reads from a QR code. */
export function authenticatorUri(
  secret: string,
  whose: { issuer: string; account: string },
): string {
  const label = [whose.issuer, whose.account].map(encodeURIComponent).join(':');
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(whose.issuer)}`;
}

/** The six digits of one step of time (RFC 4226 §5.3). */
export function codeAt(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', decode(secret)).update(counter).digest();
  const start = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** The number of the step of time that an instant is in. */
export const stepAt = (milliseconds: number) => Math.floor(milliseconds / 1000 / period);

/** The step whose code this is, now or one to either side, for clocks that differ; or null. */
export function stepOf(secret: string, code: string, now: number): number | null {
  const steps = [0, -1, 1].map((aside) => stepAt(now) + aside);
  return steps.find((step) => codeAt(secret, step) === code) ?? null;
}

function decode(secret: string): Buffer {
  let bits = 0n;
  for (const letter of secret.toLowerCase())
    bits = bits * 32n + BigInt(Math.max(alphabet.indexOf(letter), 0));
  const length = Math.floor((secret.length * 5) / 8);
  return Buffer.from(bits.toString(16).padStart(length * 2, '0'), 'hex');
}
