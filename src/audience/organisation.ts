import { z } from 'zod';
import { type Language, languages } from '../advisory/language.ts';
import { type Tlp, tlps } from '../advisory/tlp.ts';
import { conflictOn } from '../database/conflict.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { asAdministrator } from './as-administrator.ts';
import { given } from './given.ts';
import { type Kind, kinds } from './kind.ts';
import { requireRelatives } from './require-relatives.ts';
import type { Revised } from './revision.ts';

export type Organisation = Revised & {
  id: number;
  name: string;
  kind: Kind;
  sector: string | null;
  parentId: number | null;
  regulatorId: number | null;
  language: Language;
  tlpCeiling: Tlp;
  ownUseSince: string | null;
  removedAt: Date | null;
};

/** What is entered of an organisation. */
export const organisationFields = {
  name: z.string().trim().min(1).max(200),
  kind: z.enum(kinds),
  sector: z.string().trim().min(1).max(100).nullable(),
  /** The ministry of an agency. */
  parentId: z.int().positive().nullable(),
  regulatorId: z.int().positive().nullable(),
  language: z.enum(languages),
  tlpCeiling: z.enum(tlps),
  /** Since when an information hub is listed for its own use (ISO date). */
  ownUseSince: z.iso.date().nullable(),
};

/** An organisation as it is entered; `audience/csv/` reads its rows with it too. */
export const organisationInput = z.strictObject({
  ...organisationFields,
  sector: organisationFields.sector.optional(),
  parentId: organisationFields.parentId.optional(),
  regulatorId: organisationFields.regulatorId.optional(),
  language: organisationFields.language.default('nl'),
  tlpCeiling: organisationFields.tlpCeiling.default('RED'),
  ownUseSince: organisationFields.ownUseSince.optional(),
  operatorId: z.int().positive(),
});

/**
 * Adds an organisation; the promise is its id.
 * @throws HubError conflict when the name is taken
 */
export async function addOrganisation(
  hub: Hub,
  raw: z.input<typeof organisationInput>,
): Promise<number> {
  const { operatorId, ...organisation } = parse(organisationInput, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const { parentId = null, regulatorId = null } = organisation;
    await requireRelatives(sql, { id: null, parentId, regulatorId });
    const [row] = await sql<[{ id: number }]>`
      INSERT INTO organisations ${sql(given(organisation))} RETURNING id`.catch(
      conflictOnName(organisation.name),
    );
    return { value: row.id, entry: { action: 'add', object: `organisation:${row.id}` } };
  });
}

export const conflictOnName = (name: string) =>
  conflictOn(`There is, or was, an organisation called "${name}": change or restore that one.`);

/** An organisation as it stands, also a removed one. @throws HubError not_found */
export async function findOrganisation(sql: Sql, organisationId: number): Promise<Organisation> {
  const [organisation] = await sql<Organisation[]>`
    SELECT *, own_use_since::text AS own_use_since, xmin::text AS revision
    FROM organisations WHERE id = ${organisationId}`;
  return organisation ?? missing(organisationId);
}

/** The same, held until the transaction ends. @throws HubError not_found */
export async function lockOrganisation(sql: Sql, organisationId: number): Promise<Organisation> {
  await sql`SELECT FROM organisations WHERE id = ${organisationId} FOR UPDATE`;
  return findOrganisation(sql, organisationId);
}

function missing(organisationId: number): never {
  throw new HubError('not_found', `There is no organisation with id ${organisationId}.`);
}
