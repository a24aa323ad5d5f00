import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { type Address, findAddress, lockAddress } from './address.ts';
import { asAdministrator } from './as-administrator.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  addressId: z.int().positive(),
  expected,
  operatorId: z.int().positive(),
});

/** Takes an address into use again. @throws HubError not_found | precondition_failed */
export async function enableAddress(hub: Hub, raw: z.input<typeof input>): Promise<Address> {
  const { addressId, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockAddress(sql, addressId);
    requireExpected(before, expected);
    if (!before.disabledAt) return { value: before, entry: null };
    await sql`UPDATE addresses SET disabled_at = NULL, disabled_reason = NULL WHERE id = ${addressId}`;
    const entry = { action: 'enable', object: `address:${addressId}` };
    return { value: await findAddress(sql, addressId), entry };
  });
}
