import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { findPublicChannel } from './list-public-channels.ts';

const input = z.strictObject({
  addressId: z.int().positive(),
  operatorId: z.int().positive(),
});

/**
 * Takes a public channel away: it is told nothing more, and where it followed an advisory the next version shows it as
 * skipped. @throws HubError not_found | forbidden
 */
export async function removePublicChannel(hub: Hub, raw: z.input<typeof input>): Promise<void> {
  const { addressId, operatorId } = parse(input, raw);
  await asAdministrator(hub, operatorId, async (sql) => {
    await findPublicChannel(sql, addressId);
    await sql`UPDATE addresses SET removed_at = hub_now() WHERE id = ${addressId}`;
    return { value: undefined, entry: { action: 'remove', object: `address:${addressId}` } };
  });
}
