import type { Sql } from '../database/connect.ts';
import { type Finding, HubError } from '../errors.ts';
import type { Kind } from './kind.ts';

type Relatives = { id: number | null; parentId: number | null; regulatorId: number | null };

/**
 * Checks an organisation's parent and regulator: they exist, the one regulates, and nobody is its own ancestor.
 * @throws HubError invalid
 */
export async function requireRelatives(sql: Sql, { id, parentId, regulatorId }: Relatives) {
  if (parentId === null && regulatorId === null) return;
  const found = await sql<{ id: number; kind: Kind }[]>`
    SELECT id, kind FROM organisations
    WHERE id = ANY(${[parentId, regulatorId].filter((each) => each !== null)}::int[]) AND removed_at IS NULL`;
  const kindOf = new Map(found.map((each) => [each.id, each.kind]));
  const findings: Finding[] = [];
  if (parentId !== null && !kindOf.has(parentId))
    findings.push({ path: 'parentId', message: 'There is no such organisation.' });
  else if (id !== null && parentId !== null && (await isBelow(sql, { id, parentId })))
    findings.push({ path: 'parentId', message: 'This organisation is above that one already.' });
  if (regulatorId !== null && kindOf.get(regulatorId) !== 'regulator')
    findings.push({ path: 'regulatorId', message: 'There is no such regulator.' });
  if (findings.length === 0) return;
  throw new HubError('invalid', 'Correct the related organisations.', findings);
}

async function isBelow(sql: Sql, { id, parentId }: { id: number; parentId: number }) {
  const [above] = await sql<[{ itself: boolean }]>`
    WITH RECURSIVE above AS (
      SELECT ${parentId}::int AS id
      UNION
      SELECT o.parent_id FROM above a JOIN organisations o ON o.id = a.id WHERE o.parent_id IS NOT NULL
    )
    SELECT count(*) > 0 AS itself FROM above WHERE id = ${id}`;
  return above.itself;
}
