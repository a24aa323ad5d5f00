import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { expected, requireExpected } from './revision.ts';
import { findSoftwareUse, type StatedUse } from './software-use.ts';

const input = z.strictObject({
  softwareUseId: z.int().positive(),
  expected,
  operatorId: z.int().positive(),
});

/** Notes that an organisation no longer runs a product, once. @throws HubError not_found | precondition_failed */
export async function endSoftwareUse(hub: Hub, raw: z.input<typeof input>): Promise<StatedUse> {
  const { softwareUseId, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    await sql`SELECT FROM software_uses WHERE id = ${softwareUseId} FOR UPDATE`;
    const before = await findSoftwareUse(sql, softwareUseId);
    requireExpected(before, expected);
    if (before.endedAt) return { value: before, entry: null };
    await sql`UPDATE software_uses SET ended_at = hub_now() WHERE id = ${softwareUseId}`;
    const entry = {
      action: 'end software use',
      object: `organisation:${before.organisationId}`,
      detail: { softwareUseId },
    };
    return { value: await findSoftwareUse(sql, softwareUseId), entry };
  });
}
