import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { type Contact, findContact, lockContact } from './contact.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  contactId: z.int().positive(),
  expected,
  operatorId: z.int().positive(),
});

/** Takes a removed contact back, with its organisations and addresses. @throws HubError not_found | precondition_failed */
export async function restoreContact(hub: Hub, raw: z.input<typeof input>): Promise<Contact> {
  const { contactId, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockContact(sql, contactId);
    requireExpected(before, expected);
    if (!before.removedAt) return { value: before, entry: null };
    await sql`UPDATE contacts SET removed_at = NULL WHERE id = ${contactId}`;
    const entry = { action: 'restore', object: `contact:${contactId}` };
    return { value: await findContact(sql, contactId), entry };
  });
}
