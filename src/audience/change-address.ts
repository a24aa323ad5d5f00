import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { type Address, addressFields, findAddress, lockAddress } from './address.ts';
import { asAdministrator } from './as-administrator.ts';
import { given } from './given.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  addressId: z.int().positive(),
  ...z.object(addressFields).partial().shape,
  expected,
  operatorId: z.int().positive(),
});

/**
 * Changes when an address is tried, what it may carry and whether it was verified. Where it leads cannot be changed: what
 * was sent there is its history. For another place add another address and disable this one.
 * @throws HubError not_found | precondition_failed
 */
export async function changeAddress(hub: Hub, raw: z.input<typeof input>): Promise<Address> {
  const { addressId, verified, expected, operatorId, ...rest } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockAddress(sql, addressId);
    requireExpected(before, expected);
    const fields = given(rest);
    const turned = verified !== undefined && verified !== (before.verifiedAt !== null);
    const names = [...Object.keys(fields), ...(turned ? ['verified'] : [])];
    if (names.length === 0) return { value: before, entry: null };
    const { preference, tlpCeiling } = { ...before, ...fields };
    const verifiedAt = turned ? sql`CASE WHEN ${verified} THEN hub_now() END` : sql`verified_at`;
    await sql`
      UPDATE addresses SET preference = ${preference}, tlp_ceiling = ${tlpCeiling}, verified_at = ${verifiedAt}
      WHERE id = ${addressId}`;
    const entry = { action: 'change', object: `address:${addressId}`, detail: { fields: names } };
    return { value: await findAddress(sql, addressId), entry };
  });
}
