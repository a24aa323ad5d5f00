import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockContact } from './contact.ts';
import { countFollowed } from './count-followed.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  contactId: z.int().positive(),
  expected,
  operatorId: z.int().positive(),
});

/**
 * Removes a contact: nothing new goes to it, its addresses and what it said stay on record. The promise is the number of
 * advisories that it followed; their next versions show it as skipped, with that reason.
 * @throws HubError not_found | gone | precondition_failed
 */
export async function removeContact(
  hub: Hub,
  raw: z.input<typeof input>,
): Promise<{ advisories: number }> {
  const { contactId, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockContact(sql, contactId);
    requireExpected(before, expected);
    if (before.removedAt) throw new HubError('gone', 'This contact was removed before.');
    const detail = { advisories: await countFollowed(sql, { contactId }) };
    await sql`UPDATE contacts SET removed_at = hub_now() WHERE id = ${contactId}`;
    return { value: detail, entry: { action: 'remove', object: `contact:${contactId}`, detail } };
  });
}
