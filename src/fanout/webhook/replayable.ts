import type { Sql } from '../../database/connect.ts';

/** What may go to an endpoint once more, over `deliveries d`: it ended, and it may still go. */
export const replayable = (sql: Sql) => sql`
  d.channel = 'webhook' AND d.state IN ('sent', 'delivered', 'failed') AND NOT ${narrowed(sql)}`;

/** Whether it was withdrawn, or somebody narrowed since what the endpoint or its organisation may be told; over `deliveries d`. */
export const narrowed = (sql: Sql) => sql`
  EXISTS (
    SELECT FROM dispatches p
    LEFT JOIN versions v    ON v.id = p.version_id
    LEFT JOIN withdrawals g ON g.version_id = v.id AND g.withdrawn_at IS NOT NULL
    LEFT JOIN notices n     ON n.id = p.notice_id
    JOIN addresses a        ON a.id = d.address_id
    JOIN webhooks w         ON w.address_id = a.id
    JOIN organisations o    ON o.id = w.organisation_id
    WHERE p.id = d.dispatch_id
      AND (g.id IS NOT NULL AND p.reason <> 'withdrawal'
           OR d.form = 'full' AND coalesce(v.tlp, n.tlp) > least(a.tlp_ceiling, o.tlp_ceiling)))`;
