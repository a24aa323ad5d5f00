import type { Hub } from '../../src/hub.ts';

/** Everything that the database holds, as one number of rows and one hash per table: equal before and after means unchanged. */
export async function readTables({ sql }: Hub): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`;
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await sql<[{ content: string }]>`
      SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\n' ORDER BY t::text), '')) AS content
      FROM ${sql(name)} t`;
    all[name] = row.content;
  }
  return all;
}
