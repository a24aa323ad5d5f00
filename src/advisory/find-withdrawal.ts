import type { Sql } from '../database/connect.ts';
import type { Bilingual } from './text.ts';

/** A withdrawal as its row stands: asked for, and done once `withdrawnAt` is there. */
export type Withdrawal = {
  statement: Bilingual;
  operatorId: number;
  operator: string;
  requestedAt: Date;
  withdrawnAt: Date | null;
};

/** The withdrawal of a version, asked for or done; null where nobody asked. */
export async function findWithdrawal(sql: Sql, versionId: number): Promise<Withdrawal | null> {
  const [row] = await sql<Withdrawal[]>`
    SELECT w.statement, w.operator_id, o.name AS operator, w.requested_at, w.withdrawn_at
    FROM withdrawals w JOIN operators o ON o.id = w.operator_id
    WHERE w.version_id = ${versionId}`;
  return row ?? null;
}
