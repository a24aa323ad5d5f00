import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockContact } from './contact.ts';
import { getEncryptionKey } from './encryption-key.ts';

const input = z.strictObject({
  contactId: z.int().positive(),
  operatorId: z.int().positive(),
});

/** Takes a contact's key away: its mail is no longer encrypted, and RED reaches it as a pointer. @throws HubError not_found */
export async function removeEncryptionKey(hub: Hub, raw: z.input<typeof input>): Promise<void> {
  const { contactId, operatorId } = parse(input, raw);
  await asAdministrator(hub, operatorId, async (sql) => {
    await lockContact(sql, contactId);
    const { id: keyId } = await getEncryptionKey(sql, contactId);
    await sql`UPDATE encryption_keys SET removed_at = hub_now() WHERE id = ${keyId}`;
    const entry = { action: 'remove key', object: `contact:${contactId}`, detail: { keyId } };
    return { value: undefined, entry };
  });
}
