import type { Sql } from '../database/connect.ts';
import { type Decision, findDecisions } from './decision.ts';

/** Who approved each of these versions (withdrawals among them), by version id, the newest approval first. */
export async function listApprovals(
  sql: Sql,
  versionIds: number[],
): Promise<Map<number, Decision[]>> {
  const rows = await sql<{ id: number; versionId: number }[]>`
    SELECT id, version_id FROM approvals
    WHERE version_id = ANY(${versionIds}::int[])
    ORDER BY id DESC`;
  const decisions = await findDecisions(
    sql,
    rows.map(({ id }) => id),
  );
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId);
  return new Map(
    [...byVersion].map(([versionId, own]) => [
      versionId,
      own.flatMap(({ id }) => decisions.get(id) ?? []),
    ]),
  );
}
