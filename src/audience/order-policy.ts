import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockPolicy } from './lock-policy.ts';
import { listPolicy, type PolicyLine } from './policy-line.ts';

const input = z.strictObject({
  /** Every line of the policy, in its new order. */
  policyLineIds: z.array(z.int().positive()).max(1000),
  operatorId: z.int().positive(),
});

/**
 * Puts the lines of the policy in another order and numbers them from 1. The caller names them all, so that a line that
 * came or went meanwhile is noticed.
 * @throws HubError precondition_failed
 */
export async function orderPolicy(hub: Hub, raw: z.input<typeof input>): Promise<PolicyLine[]> {
  const { policyLineIds, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    await lockPolicy(sql);
    const lines = await listPolicy(sql);
    const named = new Set(policyLineIds);
    const same = named.size === policyLineIds.length && named.size === lines.length;
    if (!same || lines.some(({ id }) => !named.has(id)))
      throw new HubError(
        'precondition_failed',
        'The policy has other lines than these: look at it again and order them anew.',
      );
    // No two lines may ever share a place, also not within one statement: they step aside first.
    await sql`UPDATE policy_lines SET position = -position WHERE ended_at IS NULL`;
    await sql`
      UPDATE policy_lines l SET position = n.position
      FROM unnest(${policyLineIds}::int[]) WITH ORDINALITY AS n (id, position)
      WHERE l.id = n.id`;
    const entry = { action: 'order', object: 'policy', detail: { policyLineIds } };
    return { value: await listPolicy(sql), entry };
  });
}
