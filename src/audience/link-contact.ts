import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { type Contact, dutyFields, findContact, lockContact } from './contact.ts';
import { requireOrganisations } from './require-organisations.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  contactId: z.int().positive(),
  ...dutyFields,
  expected,
  operatorId: z.int().positive(),
});

/**
 * Gives a contact a role at an organisation, or another place in its phone order.
 * @throws HubError not_found | gone | invalid | precondition_failed
 */
export async function linkContact(hub: Hub, raw: z.input<typeof input>): Promise<Contact> {
  const { contactId, organisationId, role, phoneOrder, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockContact(sql, contactId);
    requireExpected(before, expected);
    if (before.removedAt) throw new HubError('gone', 'This contact was removed.');
    await requireOrganisations(sql, [organisationId]);
    await sql`
      INSERT INTO contact_organisations (contact_id, organisation_id, role, phone_order)
      VALUES (${contactId}, ${organisationId}, ${role}, ${phoneOrder})
      ON CONFLICT (contact_id, organisation_id, role) DO UPDATE SET phone_order = excluded.phone_order`;
    // The contact's row stands for its organisations too: whoever saw the others is told that they changed.
    await sql`UPDATE contacts SET name = name WHERE id = ${contactId}`;
    const detail = { organisationId, phoneOrder };
    const entry = { action: 'link', object: `contact:${contactId}`, detail };
    return { value: await findContact(sql, contactId), entry };
  });
}
