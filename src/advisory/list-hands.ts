import type { Sql } from '../database/connect.ts';

/** Somebody who had a hand in a version: wrote, edited or imported it. */
export type Hand = { operatorId: number; name: string; act: string; at: Date };

/** Who wrote, edited or imported a version, the newest act first, each person's last act of a kind. */
export async function listHands(sql: Sql, versionId: number): Promise<Hand[]> {
  return sql<Hand[]>`
    SELECT operator_id, name, act, at FROM (
      SELECT DISTINCT ON (a.operator_id, a.act) a.id, a.operator_id, o.name, a.act, a.at
      FROM authorships a JOIN operators o ON o.id = a.operator_id
      WHERE a.version_id = ${versionId} AND a.act IN ('wrote', 'edited', 'imported')
      ORDER BY a.operator_id, a.act, a.id DESC
    ) hands
    ORDER BY id DESC`;
}
