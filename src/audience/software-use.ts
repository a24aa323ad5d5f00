import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Revised } from './revision.ts';

/** A statement that an organisation runs a product, as its row stands; ended when it said that it does no more. */
export type StatedUse = Revised & {
  id: number;
  organisationId: number;
  organisation: string;
  vendor: string;
  product: string;
  cpe: string | null;
  purl: string | null;
  version: string | null;
  statedAt: Date;
  endedAt: Date | null;
};

/** @throws HubError not_found */
export async function findSoftwareUse(sql: Sql, softwareUseId: number): Promise<StatedUse> {
  const [use] = await sql<StatedUse[]>`
    SELECT ${useColumns(sql)}
    FROM software_uses u JOIN organisations o ON o.id = u.organisation_id WHERE u.id = ${softwareUseId}`;
  if (!use) throw new HubError('not_found', `There is no software use with id ${softwareUseId}.`);
  return use;
}

/** The columns of a `StatedUse`, over `software_uses u JOIN organisations o`. */
export const useColumns = (sql: Sql) => sql`u.*, u.xmin::text AS revision, o.name AS organisation`;
