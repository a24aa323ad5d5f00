import { z } from 'zod';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import {
  type Audience,
  audienceFields,
  conflictOnAudience,
  findAudience,
  listed,
  lockAudience,
} from './audience.ts';
import { requireOrganisations } from './require-organisations.ts';
import { expected, requireExpected } from './revision.ts';

const input = z.strictObject({
  audienceId: z.int().positive(),
  ...z.object(audienceFields).partial().shape,
  expected,
  operatorId: z.int().positive(),
});

/**
 * Changes whom an audience means from now on. What was expanded is frozen; what was approved on a preview and not yet
 * expanded is compared with that preview, which records by name what changed.
 * @throws HubError not_found | gone | precondition_failed | invalid | conflict
 */
export async function changeAudience(hub: Hub, raw: z.input<typeof input>): Promise<Audience> {
  const { audienceId, expected, operatorId, ...rest } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const before = await lockAudience(sql, audienceId);
    requireExpected(before, expected);
    if (before.removedAt) throw new HubError('gone', 'This audience was removed.');
    const { name = before.name, selection = before.selection } = rest;
    const { tlpCeiling = before.tlpCeiling } = rest;
    const known = new Set(before.selection.organisationIds);
    // Who was listed before may have been removed since; that stops nobody from changing the rest.
    const added = selection.organisationIds.filter((id) => !known.has(id));
    await requireOrganisations(sql, added, listed(selection));
    await sql`
      UPDATE audiences SET name = ${name}, selection = ${sql.json(selection)}, tlp_ceiling = ${tlpCeiling}
      WHERE id = ${audienceId}`.catch(conflictOnAudience(name));
    const detail = { fields: Object.keys(rest) };
    const entry = { action: 'change', object: `audience:${audienceId}`, detail };
    return { value: await findAudience(sql, audienceId), entry };
  });
}
