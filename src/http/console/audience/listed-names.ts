import type { Sql } from '../../../database/connect.ts';
import { HubError } from '../../../errors.ts';

/** The names of organisations, in order of the alphabet. */
export async function listNames(sql: Sql, ids: readonly number[]): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    SELECT name FROM organisations WHERE id = ANY(${[...ids]}::int[]) ORDER BY lower(name)`;
  return rows.map(({ name }) => name);
}

/**
 * The organisations that a person named, a line each, in whatever case.
 * @throws HubError invalid, with the first twenty names that nobody has
 */
export async function findListed(sql: Sql, path: string, typed: string): Promise<number[]> {
  const names = [...new Set(typed.split('\n').map((line) => line.trim()))].filter(Boolean);
  if (names.length === 0) return [];
  const rows = await sql<{ id: number; key: string }[]>`
    SELECT id, lower(name) AS key FROM organisations WHERE lower(name) = ANY(
      SELECT lower(n) FROM unnest(${names}::text[]) AS n)`;
  const known = new Set(rows.map(({ key }) => key));
  const missing = names.filter((name) => !known.has(name.toLowerCase())).slice(0, 20);
  if (missing.length === 0) return rows.map(({ id }) => id);
  const message = `No organisation has this name: ${missing.join(' · ')}.`;
  throw new HubError('invalid', message, [{ path, message }]);
}
