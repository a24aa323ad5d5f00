import { z } from 'zod';
import { record } from '../audit.ts';
import { conflictOn } from '../database/conflict.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { findAddress } from './address.ts';

const input = z.strictObject({
  advisoryId: z.int().positive(),
  addressId: z.int().positive(),
  reason: z.string().trim().min(1).max(1000),
  operatorId: z.int().positive(),
});

/** Takes an address off an advisory, with a written reason: its next versions show it as skipped. @throws HubError not_found | conflict */
export async function removeFollower(hub: Hub, raw: z.input<typeof input>): Promise<void> {
  const { advisoryId, addressId, reason, operatorId } = parse(input, raw);
  await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['duty officer', 'approver']);
    await findAddress(sql, addressId);
    await sql`
      INSERT INTO removals (advisory_id, address_id, reason, operator_id, at)
      VALUES (${advisoryId}, ${addressId}, ${reason}, ${operatorId}, hub_now())`.catch(
      conflictOn('This address was removed from this advisory before.'),
    );
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'remove follower',
      object: `advisory:${advisoryId}`,
      detail: { addressId },
    });
  });
}
