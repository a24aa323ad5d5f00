import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { given } from './given.ts';
import { lockPolicy } from './lock-policy.ts';
import {
  findPolicyLine,
  insertPolicyLine,
  type PolicyFields,
  type PolicyLine,
  policyFields,
} from './policy-line.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  policyLineId: z.int().positive(),
  ...z.object(policyFields).partial().shape,
  expected,
  operatorId: z.int().positive(),
});

/**
 * Puts a changed line in the place of another, which ends: dispatches refer to the line by which they were decided.
 * The promise is the new line.
 * @throws HubError not_found | gone | precondition_failed | invalid
 */
export async function changePolicyLine(hub: Hub, raw: z.input<typeof input>): Promise<PolicyLine> {
  const { policyLineId, expected, operatorId, ...rest } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    await lockPolicy(sql);
    const before = await findPolicyLine(sql, policyLineId);
    requireExpected(before, expected);
    if (before.endedAt)
      throw new HubError('gone', 'This line has ended: look at the policy again.');
    const fields = given(rest);
    if (Object.keys(fields).length === 0) return { value: before, entry: null };
    await sql`UPDATE policy_lines SET ended_at = hub_now() WHERE id = ${policyLineId}`;
    const line = { ...fieldsOf(before), ...fields, position: before.position };
    const id = await insertPolicyLine(sql, line);
    const detail = { became: id, fields: Object.keys(fields) };
    const entry = { action: 'change', object: `policy line:${policyLineId}`, detail };
    return { value: await findPolicyLine(sql, id), entry };
  });
}

const fieldsOf = (line: PolicyLine) =>
  Object.fromEntries(
    Object.keys(policyFields).map((name) => [name, line[name as keyof PolicyFields]]),
  ) as PolicyFields;
