import { createHmac, randomBytes } from 'node:crypto';

const start = 'whsec_';

/** A new secret, as Standard Webhooks writes one: 32 random bytes in base64 behind its prefix. */
export const inventSecret = () => start + randomBytes(32).toString('base64');

/**
 * The headers of Standard Webhooks: one signature per secret, so that a receiver that still holds the one before takes
 * the message too. `timestamp` is real time, in seconds: receivers refuse what is older than minutes.
 */
export function signedHeaders(
  secrets: readonly string[],
  { id, timestamp, body }: { id: string; timestamp: number; body: Uint8Array },
): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(start.length), 'base64');
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
    return `v1,${mac.digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
