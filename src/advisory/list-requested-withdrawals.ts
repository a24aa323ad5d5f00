import type { Sql } from '../database/connect.ts';
import { formatOrdinal } from './ordinal.ts';

/** A withdrawal that somebody asked for and nobody approved yet. */
export type RequestedWithdrawal = {
  versionId: number;
  advisoryId: number;
  name: string;
  operatorId: number;
  operator: string;
  requestedAt: Date;
};

/** The withdrawals that wait for an approver, the longest waiting first. */
export async function listRequestedWithdrawals(sql: Sql): Promise<RequestedWithdrawal[]> {
  const rows = await sql<
    (Omit<RequestedWithdrawal, 'name'> & { trackingId: string; ordinal: number })[]
  >`
    SELECT w.version_id, v.advisory_id, a.tracking_id, v.ordinal, w.operator_id, o.name AS operator, w.requested_at
    FROM withdrawals w
    JOIN versions v   ON v.id = w.version_id
    JOIN advisories a ON a.id = v.advisory_id
    JOIN operators o  ON o.id = w.operator_id
    WHERE w.withdrawn_at IS NULL
    ORDER BY w.requested_at, w.id`;
  return rows.map(({ trackingId, ordinal, ...row }) => ({
    ...row,
    name: `${trackingId} [${formatOrdinal(ordinal)}]`,
  }));
}
