import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { lockAudience } from './audience.ts';
import { lockPolicy } from './lock-policy.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  audienceId: z.int().positive(),
  expected,
  operatorId: z.int().positive(),
});

/**
 * Removes an audience that no line of the policy names; what was sent to it keeps its name.
 * @throws HubError not_found | gone | precondition_failed | conflict when the policy names it
 */
export async function removeAudience(hub: Hub, raw: z.input<typeof input>): Promise<void> {
  const { audienceId, expected, operatorId } = parse(input, raw);
  await asAdministrator(hub, operatorId, async (sql) => {
    await lockPolicy(sql);
    const before = await lockAudience(sql, audienceId);
    requireExpected(before, expected);
    if (before.removedAt) throw new HubError('gone', 'This audience was removed before.');
    const lines = await sql<{ position: number }[]>`
      SELECT position FROM policy_lines WHERE audience_id = ${audienceId} AND ended_at IS NULL ORDER BY position`;
    if (lines.length > 0) {
      const positions = lines.map(({ position }) => position).join(', ');
      throw new HubError(
        'conflict',
        `The policy names this audience: end or change line ${positions} first.`,
      );
    }
    await sql`UPDATE audiences SET removed_at = hub_now() WHERE id = ${audienceId}`;
    return { value: undefined, entry: { action: 'remove', object: `audience:${audienceId}` } };
  });
}
