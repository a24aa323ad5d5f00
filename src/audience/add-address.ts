import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { addressInput, insertAddress } from './address.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockContact } from './contact.ts';

const input = z.strictObject({
  contactId: z.int().positive(),
  address: addressInput,
  operatorId: z.int().positive(),
});

/** Adds a way to reach a contact; the promise is its id. @throws HubError not_found | gone | invalid | conflict */
export async function addAddress(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const { contactId, address, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const { removedAt } = await lockContact(sql, contactId);
    if (removedAt) throw new HubError('gone', 'This contact was removed.');
    const id = await insertAddress(sql, { contactId }, address);
    const entry = { action: 'add', object: `address:${id}`, detail: { contactId } };
    return { value: id, entry };
  });
}
