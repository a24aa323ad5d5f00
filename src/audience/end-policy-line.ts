import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockPolicy } from './lock-policy.ts';
import { findPolicyLine } from './policy-line.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  policyLineId: z.int().positive(),
  expected,
  operatorId: z.int().positive(),
});

/** Takes a line out of the policy; what was decided by it stays as it is. @throws HubError not_found | gone | precondition_failed */
export async function endPolicyLine(hub: Hub, raw: z.input<typeof input>): Promise<void> {
  const { policyLineId, expected, operatorId } = parse(input, raw);
  await asAdministrator(hub, operatorId, async (sql) => {
    await lockPolicy(sql);
    const before = await findPolicyLine(sql, policyLineId);
    requireExpected(before, expected);
    if (before.endedAt) throw new HubError('gone', 'This line has ended before.');
    await sql`UPDATE policy_lines SET ended_at = hub_now() WHERE id = ${policyLineId}`;
    return { value: undefined, entry: { action: 'end', object: `policy line:${policyLineId}` } };
  });
}
