import type { Product } from '../advisory/content.ts';
import {
  type Affectedness,
  compareVersion,
  type SoftwareUse,
  usesProduct,
} from '../audience/software.ts';
import type { Sql } from '../database/connect.ts';

/** In the order in which organisations are phoned. */
export const affectednesses: Affectedness[] = ['affected', 'cannot tell', 'not affected'];

/** What an organisation's statements say of these products: the worst of all that match; without one nobody can tell. */
export function affectednessOf(uses: SoftwareUse[], products: Product[]): Affectedness {
  const compared = uses.flatMap((use) =>
    products
      .filter((product) => usesProduct(use, product))
      .map((product) => compareVersion(use, product)),
  );
  return affectednesses.find((one) => compared.includes(one)) ?? 'cannot tell';
}

/** What these organisations said that they run. */
export async function listUses(sql: Sql, organisationIds: number[]) {
  const rows = await sql<(SoftwareUse & { organisationId: number })[]>`
    SELECT organisation_id, vendor, product, cpe, purl, version FROM software_uses
    WHERE organisation_id = ANY(${organisationIds}::int[]) AND ended_at IS NULL`;
  return Map.groupBy(rows, (row) => row.organisationId);
}
