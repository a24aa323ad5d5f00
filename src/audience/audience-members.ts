import type { Product } from '../advisory/content.ts';
import type { Sql } from '../database/connect.ts';
import type { Kind } from './kind.ts';
import { countWorking, type Page } from './list-organisations.ts';
import { listMembers } from './members.ts';
import type { Selection } from './selection.ts';

/** An organisation that an audience means now. */
export type Member = {
  id: number;
  name: string;
  kind: Kind;
  sector: string | null;
  workingAddresses: number;
};

/**
 * Who is in a selection now, by name. One that is narrowed to users of affected software means nobody in particular until
 * there is a version: without `products` everyone whom it could mean is listed.
 */
export async function listMembersNow(
  sql: Sql,
  { selection, products }: { selection: Selection; products?: Product[] | undefined },
  { after, limit }: Page,
): Promise<Member[]> {
  const ids = await listMembers(sql, possible(selection, products), products ?? []);
  return sql<Member[]>`
    SELECT o.id, o.name, o.kind, o.sector, ${countWorking(sql)} AS working_addresses
    FROM organisations o
    WHERE o.id = ANY(${ids}::int[])
      AND (${after}::int IS NULL
           OR (lower(o.name), o.id) > (SELECT lower(name), id FROM organisations WHERE id = ${after}))
    ORDER BY lower(o.name), o.id
    LIMIT ${limit}`;
}

/** How many organisations a selection could mean now. */
export async function countMembers(sql: Sql, selection: Selection): Promise<number> {
  return (await listMembers(sql, possible(selection, undefined), [])).length;
}

const possible = (selection: Selection, products: Product[] | undefined): Selection =>
  products ? selection : { ...selection, software: 'any' };
