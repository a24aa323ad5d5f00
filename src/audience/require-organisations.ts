import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';

/**
 * Checks that organisations exist and were not removed; `pathOf` tells where the caller named each.
 * @throws HubError invalid, with each that is not there
 */
export async function requireOrganisations(
  sql: Sql,
  ids: number[],
  pathOf: (id: number, index: number) => string = () => 'organisationId',
): Promise<void> {
  const found = await sql<{ id: number }[]>`
    SELECT id FROM organisations WHERE id = ANY(${ids}::int[]) AND removed_at IS NULL`;
  const known = new Set(found.map(({ id }) => id));
  const findings = ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [{ path: pathOf(id, index), message: `There is no organisation with id ${id}.` }],
  );
  if (findings.length === 0) return;
  throw new HubError('invalid', 'Name organisations that exist.', findings.slice(0, 100));
}
