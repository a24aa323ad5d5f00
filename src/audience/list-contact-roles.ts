import type { Sql } from '../database/connect.ts';

/** The roles that contacts have, as the policy may name them. */
export async function listContactRoles(sql: Sql): Promise<string[]> {
  const rows = await sql<{ role: string }[]>`
    SELECT DISTINCT role FROM contact_organisations ORDER BY role`;
  return rows.map(({ role }) => role);
}
