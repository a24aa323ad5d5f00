import type { Sql } from '../../database/connect.ts';
import { type Filter, type Said, wants } from './filter.ts';

/** The addresses of webhooks whose filter lets this not through; there are hundreds of them, not thousands. */
export async function listUnwanted(sql: Sql, said: Said): Promise<number[]> {
  const rows = await sql<(Filter & { addressId: number })[]>`
    SELECT address_id, event_types, risks, products FROM webhooks
    WHERE event_types <> '{}' OR risks <> '{}' OR products <> '[]'`;
  return rows.filter((filter) => !wants(filter, said)).map(({ addressId }) => addressId);
}
