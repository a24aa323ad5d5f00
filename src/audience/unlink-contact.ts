import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { type Contact, dutyFields, findContact, lockContact } from './contact.ts';
import { countFollowed } from './count-followed.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  contactId: z.int().positive(),
  organisationId: z.int().positive(),
  /** Absent: every role that it has there. */
  role: dutyFields.role.optional(),
  expected,
  operatorId: z.int().positive(),
});

/** What follows: advisories that it no longer follows for that organisation. */
export type Unlinked = { contact: Contact; advisories: number };

/**
 * Takes a contact off an organisation. From the next version on it hears nothing on that organisation's behalf: where it
 * followed, the version shows it as skipped, with that reason.
 * @throws HubError not_found | precondition_failed
 */
export async function unlinkContact(hub: Hub, raw: z.input<typeof input>): Promise<Unlinked> {
  const { contactId, organisationId, role = null, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    requireExpected(await lockContact(sql, contactId), expected);
    const gone = await sql`
      DELETE FROM contact_organisations
      WHERE contact_id = ${contactId} AND organisation_id = ${organisationId} AND (${role}::text IS NULL OR role = ${role})`;
    if (gone.count === 0)
      throw new HubError('not_found', 'This contact has no such role at that organisation.');
    await sql`UPDATE contacts SET name = name WHERE id = ${contactId}`;
    const contact = await findContact(sql, contactId);
    const serves = contact.organisations.some((duty) => duty.organisationId === organisationId);
    const advisories = serves ? 0 : await countFollowed(sql, { contactId, organisationId });
    const detail = { organisationId, advisories };
    return {
      value: { contact, advisories },
      entry: { action: 'unlink', object: `contact:${contactId}`, detail },
    };
  });
}
