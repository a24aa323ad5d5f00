import type { Sql } from '../database/connect.ts';
import type { Operator } from './operator.ts';

/** An operator as the list shows them. */
export type ListedOperator = Operator & {
  /** Of those sessions that are still good; null: not signed in. */
  lastSeenAt: Date | null;
  /** When the invitation that nobody took up yet ends, if there is one. */
  invitedUntil: Date | null;
  liveKeys: number;
};

/** Everybody with an account, by name. */
export async function listOperators(sql: Sql): Promise<ListedOperator[]> {
  return sql<ListedOperator[]>`
    SELECT o.*,
           (SELECT max(updated_at) FROM sessions s WHERE s.operator_id = o.id) AS last_seen_at,
           (SELECT max(expires_at) FROM one_time_links l
            WHERE  l.operator_id = o.id AND l.kind = 'invitation' AND l.used_at IS NULL) AS invited_until,
           (SELECT count(*)::int FROM api_keys k
            WHERE  k.operator_id = o.id AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp()) AS live_keys
    FROM   operators o
    ORDER  BY o.disabled_at IS NOT NULL, lower(o.name), o.id`;
}
