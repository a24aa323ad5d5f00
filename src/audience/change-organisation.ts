import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { given } from './given.ts';
import {
  conflictOnName,
  findOrganisation,
  lockOrganisation,
  type Organisation,
  organisationFields,
} from './organisation.ts';
import { requireRelatives } from './require-relatives.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  organisationId: z.int().positive(),
  ...z.object(organisationFields).partial().shape,
  expected,
  operatorId: z.int().positive(),
});

/**
 * Changes what is known of an organisation; fields that are not given stay. Versions that were sent are untouched.
 * @throws HubError not_found | gone | precondition_failed | invalid | conflict
 */
export async function changeOrganisation(
  hub: Hub,
  raw: z.input<typeof input>,
): Promise<Organisation> {
  const { organisationId, expected, operatorId, ...rest } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockOrganisation(sql, organisationId);
    requireExpected(before, expected);
    if (before.removedAt) throw new HubError('gone', 'This organisation was removed.');
    const fields = given(rest);
    const names = Object.keys(fields);
    if (names.length === 0) return { value: before, entry: null };
    await requireRelatives(sql, { ...before, ...fields });
    await sql`UPDATE organisations SET ${sql(fields)} WHERE id = ${organisationId}`.catch(
      conflictOnName(rest.name ?? before.name),
    );
    const entry = {
      action: 'change',
      object: `organisation:${organisationId}`,
      detail: { fields: names },
    };
    return { value: await findOrganisation(sql, organisationId), entry };
  });
}
