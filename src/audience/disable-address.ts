import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { type Address, findAddress, lockAddress } from './address.ts';
import { asAdministrator } from './as-administrator.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  addressId: z.int().positive(),
  reason: z.string().trim().min(1).max(500),
  expected,
  operatorId: z.int().positive(),
});

/**
 * Takes an address out of use, once, with the reason that the preview and the phone list show.
 * @throws HubError not_found | precondition_failed
 */
export async function disableAddress(hub: Hub, raw: z.input<typeof input>): Promise<Address> {
  const { addressId, reason, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockAddress(sql, addressId);
    requireExpected(before, expected);
    if (before.disabledAt) return { value: before, entry: null };
    await sql`
      UPDATE addresses SET disabled_at = hub_now(), disabled_reason = ${reason} WHERE id = ${addressId}`;
    const entry = { action: 'disable', object: `address:${addressId}` };
    return { value: await findAddress(sql, addressId), entry };
  });
}
