import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { type Consequences, findConsequences } from './consequences.ts';
import { lockOrganisation } from './organisation.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  organisationId: z.int().positive(),
  expected,
  operatorId: z.int().positive(),
});

/**
 * Takes an organisation off every audience. Its history stays, its answers count, and where it follows an advisory the
 * next version shows it as skipped, with that reason. The promise is what follows.
 * @throws HubError not_found | gone | precondition_failed
 */
export async function removeOrganisation(
  hub: Hub,
  raw: z.input<typeof input>,
): Promise<Consequences> {
  const { organisationId, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockOrganisation(sql, organisationId);
    requireExpected(before, expected);
    if (before.removedAt) throw new HubError('gone', 'This organisation was removed before.');
    const { audiences, ...follows } = await findConsequences(sql, organisationId);
    await sql`UPDATE organisations SET removed_at = hub_now() WHERE id = ${organisationId}`;
    const detail = { ...follows, audiences: audiences.length };
    return {
      value: { audiences, ...follows },
      entry: { action: 'remove', object: `organisation:${organisationId}`, detail },
    };
  });
}
