import { z } from '@hono/zod-openapi';
import { type EncryptionKey, keyStates } from '../../../audience/encryption-key.ts';
import { instant, instantOrNull, reference } from '../field.ts';

export const encryptionKeySchema = z
  .strictObject({
    id: reference,
    fingerprint: z.string().openapi({ example: '6B0F1C2F0A1B4D5E8C7A9F3E2D1C0B9A8F7E6D5C' }),
    algorithm: z.string().openapi({ description: 'Of what encrypts.', example: 'RSA 4096' }),
    state: z.enum(keyStates),
    endsAt: instantOrNull,
    addedAt: instant,
    armoredKey: z.string().openapi({ description: 'The public key, ASCII armored.' }),
  })
  .openapi('EncryptionKey');

/** A contact's key as the API shows it. */
export function toEncryptionKey(key: EncryptionKey): z.output<typeof encryptionKeySchema> {
  const { id, fingerprint, algorithm, state, endsAt, addedAt, armored: armoredKey } = key;
  return { id, fingerprint, algorithm, state, endsAt, addedAt, armoredKey };
}
