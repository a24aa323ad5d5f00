import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { mostKeyCharacters, readPublicKey } from '../openpgp-public-key.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockContact } from './contact.ts';
import { type EncryptionKey, findEncryptionKey, getEncryptionKey } from './encryption-key.ts';

/** A key as it is entered. */
export const keyFields = { armoredKey: z.string().trim().min(1).max(mostKeyCharacters) };

const input = z.strictObject({
  contactId: z.int().positive(),
  ...keyFields,
  operatorId: z.int().positive(),
});

/**
 * Gives a contact the OpenPGP key that its mail is encrypted to from now on, in the place of the one it had.
 * @throws HubError not_found | gone, `invalid` for a key that nothing can be encrypted to, or a secret one
 */
export async function setEncryptionKey(
  hub: Hub,
  raw: z.input<typeof input>,
): Promise<EncryptionKey> {
  const { contactId, armoredKey, operatorId } = parse(input, raw);
  const key = await readPublicKey(armoredKey);
  return asAdministrator(hub, operatorId, async (sql) => {
    const contact = await lockContact(sql, contactId);
    if (contact.removedAt) throw new HubError('gone', 'This contact was removed.');
    const before = await findEncryptionKey(sql, contactId);
    if (before?.armored === key.armored) return { value: before, entry: null };
    await sql`
      UPDATE encryption_keys SET removed_at = hub_now() WHERE contact_id = ${contactId} AND removed_at IS NULL`;
    await sql`
      INSERT INTO encryption_keys (contact_id, armored, fingerprint, algorithm, ends_at, added_at)
      VALUES (${contactId}, ${key.armored}, ${key.fingerprint}, ${key.algorithm}, ${key.endsAt}, hub_now())`;
    const value = await getEncryptionKey(sql, contactId);
    const detail = { keyId: value.id, replaced: before?.id ?? null, endsAt: value.endsAt };
    return { value, entry: { action: 'set key', object: `contact:${contactId}`, detail } };
  });
}
