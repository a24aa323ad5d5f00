import type { Product } from '../advisory/content.ts';
import type { Sql } from '../database/connect.ts';
import type { Selection } from './selection.ts';
import { type SoftwareUse, usesProduct } from './software.ts';

/** The organisations that a selection means for a version with these products, by id, ascending. */
export async function listMembers(
  sql: Sql,
  selection: Selection,
  products: Product[],
): Promise<number[]> {
  const { kinds, sectors, organisationIds } = selection;
  const byRule = kinds.length > 0 || sectors.length > 0;
  const rows = await sql<{ id: number }[]>`
    SELECT id FROM organisations
    WHERE removed_at IS NULL
      AND (  (${byRule} AND (${kinds.length === 0} OR kind = ANY(${kinds}::kind[]))
                        AND (${sectors.length === 0} OR sector = ANY(${sectors}::text[])))
          OR id = ANY(${organisationIds}::int[]))
    ORDER BY id`;
  const ids = rows.map((row) => row.id);
  if (selection.software === 'any') return ids;
  const users = await listUsers(sql, products);
  return ids.filter((id) => users.has(id));
}

/**
 * Who said that it runs one of these products. The comparison is code, not SQL: names do not compare by equality; and
 * since many run the same, each statement is compared once.
 */
async function listUsers(sql: Sql, products: Product[]): Promise<Set<number>> {
  const uses = await sql<(SoftwareUse & { organisationIds: number[] })[]>`
    SELECT vendor, product, cpe, purl, array_agg(organisation_id) AS organisation_ids
    FROM software_uses WHERE ended_at IS NULL
    GROUP BY vendor, product, cpe, purl`;
  return new Set(
    uses
      .filter((use) => products.some((product) => usesProduct(use, product)))
      .flatMap((use) => use.organisationIds),
  );
}
