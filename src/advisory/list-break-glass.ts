import type { Sql } from '../database/connect.ts';
import { formatOrdinal } from './ordinal.ts';

export type Unseen = { trackingId: string; name: string; operator: string; reason: string };

/**
 * The versions whose approval lacked a second pair of eyes: as long as it waits for publication, and for a week after
 * it was given. Withdrawals approved so are among them.
 */
export async function listBreakGlass(sql: Sql): Promise<Unseen[]> {
  const rows = await sql<(Omit<Unseen, 'name'> & { ordinal: number })[]>`
    SELECT s.tracking_id, v.ordinal, o.name AS operator, a.break_glass AS reason
    FROM approvals a
    JOIN versions v   ON v.id = a.version_id
    JOIN advisories s ON s.id = v.advisory_id
    JOIN operators o  ON o.id = a.operator_id
    WHERE a.break_glass IS NOT NULL
      AND (v.state = 'approved' AND NOT EXISTS (SELECT FROM approvals b WHERE b.version_id = v.id AND b.id > a.id)
           OR v.state = 'published' AND a.at > hub_now() - interval '7 days')
    ORDER BY a.id DESC`;
  return rows.map(({ ordinal, ...row }) => ({
    ...row,
    name: `${row.trackingId} [${formatOrdinal(ordinal)}]`,
  }));
}
