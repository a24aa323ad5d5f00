import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { findOrganisation, lockOrganisation, type Organisation } from './organisation.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  organisationId: z.int().positive(),
  expected,
  operatorId: z.int().positive(),
});

/** Takes a removed organisation back, with the contacts that it had. @throws HubError not_found | precondition_failed */
export async function restoreOrganisation(
  hub: Hub,
  raw: z.input<typeof input>,
): Promise<Organisation> {
  const { organisationId, expected, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockOrganisation(sql, organisationId);
    requireExpected(before, expected);
    if (!before.removedAt) return { value: before, entry: null };
    await sql`UPDATE organisations SET removed_at = NULL WHERE id = ${organisationId}`;
    const entry = { action: 'restore', object: `organisation:${organisationId}` };
    return { value: await findOrganisation(sql, organisationId), entry };
  });
}
