import type { Sql } from '../database/connect.ts';
import type { Page } from './list-organisations.ts';
import { pattern } from './pattern.ts';
import { type StatedUse, useColumns } from './software-use.ts';

export type SoftwareUseFilter = {
  organisationId?: number | undefined;
  /** Part of the vendor's or product's name. */
  search?: string | undefined;
  ended?: boolean | undefined;
};

/** What organisations said that they run, in the order in which they said it; what ended only where it is asked for. */
export function listSoftwareUses(
  sql: Sql,
  { organisationId, search, ended }: SoftwareUseFilter,
  { after, limit }: Page,
): Promise<StatedUse[]> {
  const looked = search?.trim() ? pattern(search) : null;
  return sql<StatedUse[]>`
    SELECT ${useColumns(sql)}
    FROM software_uses u JOIN organisations o ON o.id = u.organisation_id
    WHERE (u.ended_at IS NOT NULL) = ${ended ?? false}
      AND (${organisationId ?? null}::int IS NULL OR u.organisation_id = ${organisationId ?? null})
      AND (${looked}::text IS NULL OR u.vendor ILIKE ${looked} OR u.product ILIKE ${looked})
      AND u.id > ${after ?? 0}
    ORDER BY u.id
    LIMIT ${limit}`;
}
