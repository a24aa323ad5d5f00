import type { Sql } from '../database/connect.ts';

/** The sectors that organisations are in, as forms and filters offer them. */
export async function listSectors(sql: Sql): Promise<string[]> {
  const rows = await sql<{ sector: string }[]>`
    SELECT DISTINCT sector FROM organisations WHERE sector IS NOT NULL AND removed_at IS NULL ORDER BY sector`;
  return rows.map(({ sector }) => sector);
}
