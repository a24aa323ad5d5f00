import { z } from 'zod';
import { type Tlp, tlps } from '../advisory/tlp.ts';
import { conflictOn } from '../database/conflict.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { requireOrganisations } from './require-organisations.ts';
import type { Revised } from './revision.ts';
import { type Selection, selectionSchema } from './selection.ts';

export type Audience = Revised & {
  id: number;
  name: string;
  selection: Selection;
  tlpCeiling: Tlp;
  removedAt: Date | null;
};

/** What is entered of an audience. */
export const audienceFields = {
  name: z.string().trim().min(1).max(200),
  selection: selectionSchema,
  tlpCeiling: z.enum(tlps),
};

const input = z.strictObject({
  ...audienceFields,
  operatorId: z.int().positive(),
});

/** Names a selection of organisations; the promise is the audience's id. @throws HubError conflict */
export async function addAudience(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const { name, selection, tlpCeiling, operatorId } = parse(input, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    await requireOrganisations(sql, selection.organisationIds, listed(selection));
    const [row] = await sql<{ id: number }[]>`
      INSERT INTO audiences (name, selection, tlp_ceiling)
      VALUES (${name}, ${sql.json(selection)}, ${tlpCeiling})
      RETURNING id`.catch(conflictOnAudience(name));
    const id = row?.id as number;
    return { value: id, entry: { action: 'add', object: `audience:${id}` } };
  });
}

export const conflictOnAudience = (name: string) =>
  conflictOn(`There is already an audience called "${name}".`);

/** Where a caller listed an organisation. */
export const listed = (selection: Selection) => (id: number) =>
  `selection.organisationIds.${selection.organisationIds.indexOf(id)}`;

/** An audience as it stands, also a removed one. @throws HubError not_found */
export async function findAudience(sql: Sql, audienceId: number): Promise<Audience> {
  const [audience] = await sql<Audience[]>`
    SELECT *, xmin::text AS revision FROM audiences WHERE id = ${audienceId}`;
  if (!audience) throw new HubError('not_found', `There is no audience with id ${audienceId}.`);
  return audience;
}

/** The same, held until the transaction ends. @throws HubError not_found */
export async function lockAudience(sql: Sql, audienceId: number): Promise<Audience> {
  await sql`SELECT FROM audiences WHERE id = ${audienceId} FOR UPDATE`;
  return findAudience(sql, audienceId);
}
