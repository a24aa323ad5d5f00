import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { type Contact, contactFields, findContact, lockContact } from './contact.ts';
import { given } from './given.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  contactId: z.int().positive(),
  ...z.object(contactFields).partial().shape,
  expected,
  operatorId: z.int().positive(),
});

/** Changes a contact's own fields; those that are not given stay. @throws HubError not_found | gone | precondition_failed */
export async function changeContact(hub: Hub, raw: z.input<typeof input>): Promise<Contact> {
  const { contactId, expected, operatorId, ...rest } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockContact(sql, contactId);
    requireExpected(before, expected);
    if (before.removedAt) throw new HubError('gone', 'This contact was removed.');
    const fields = given(rest);
    const names = Object.keys(fields);
    if (names.length === 0) return { value: before, entry: null };
    await sql`UPDATE contacts SET ${sql(fields)} WHERE id = ${contactId}`;
    const entry = { action: 'change', object: `contact:${contactId}`, detail: { fields: names } };
    return { value: await findContact(sql, contactId), entry };
  });
}
