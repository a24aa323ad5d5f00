import { z } from 'zod';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { requireOrganisations } from './require-organisations.ts';

const name = z.string().trim().min(1).max(200);
/** A statement as it is entered; `audience/csv/` reads its rows with it too. */
export const softwareUseInput = z.strictObject({
  organisationId: z.int().positive(),
  vendor: name,
  product: name,
  cpe: z.string().trim().max(500).nullish(),
  purl: z.string().trim().max(1000).nullish(),
  version: z.string().trim().max(200).nullish(),
  operatorId: z.int().positive(),
});

/** Notes that an organisation says it runs a product (its "photo"); the promise is the statement's id. @throws HubError invalid */
export async function stateSoftwareUse(
  hub: Hub,
  raw: z.input<typeof softwareUseInput>,
): Promise<number> {
  const { operatorId, ...use } = parse(softwareUseInput, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    await requireOrganisations(sql, [use.organisationId]);
    const [row] = await sql<[{ id: number }]>`
      INSERT INTO software_uses (organisation_id, vendor, product, cpe, purl, version, stated_at)
      VALUES (${use.organisationId}, ${use.vendor}, ${use.product}, ${use.cpe || null},
              ${use.purl || null}, ${use.version || null}, hub_now())
      RETURNING id`;
    const entry = {
      action: 'state software use',
      object: `organisation:${use.organisationId}`,
      detail: { softwareUseId: row.id },
    };
    return { value: row.id, entry };
  });
}
