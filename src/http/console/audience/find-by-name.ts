import type { Sql } from '../../../database/connect.ts';
import { HubError } from '../../../errors.ts';

/**
 * The organisation that a person named, in whatever case; null where the field was left empty. A list to choose from
 * would hold thousands.
 * @throws HubError invalid, at the field
 */
export async function findByName(sql: Sql, path: string, name: string): Promise<number | null> {
  if (name === '') return null;
  const [found] = await sql<{ id: number }[]>`
    SELECT id FROM organisations
    WHERE lower(name) = lower(${name}) AND removed_at IS NULL ORDER BY name <> ${name} LIMIT 1`;
  if (found) return found.id;
  const message = `There is no organisation called "${name.slice(0, 100)}".`;
  throw new HubError('invalid', message, [{ path, message }]);
}
