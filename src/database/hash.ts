import { createHash } from 'node:crypto';

/**
 * What the database keeps of a secret that a person or a program shows us: SHA-256. For secrets that are long and
 * random (tokens, keys), which need no salt and no slowness; a password is hashed elsewhere.
 */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
