import type { Change } from '../advisory/change.ts';
import type { Tlp } from '../advisory/tlp.ts';
import type { Sql } from '../database/connect.ts';
import type { RequestKind } from '../fanout/reason.ts';
import type { Choice, ResponseStatus } from './choice.ts';

/** What became of one dispatch for one organisation. */
export type Told = {
  dispatchId: number;
  trackingId: string | null;
  versionId: number | null;
  ordinal: number | null;
  tlp: Tlp | null;
  change: Change | null;
  decidedAt: Date;
  requestKind: RequestKind | null;
  deadlineAt: Date | null;
  /** Deliveries: still to go, sent or delivered, not arrived (bounced, failed), left out or stopped. */
  open: number;
  sent: number;
  lost: number;
  skipped: number;
  reachedAt: Date | null;
  acknowledgedAt: Date | null;
  choice: Choice | null;
  respondedAt: Date | null;
  responseStatus: ResponseStatus | null;
};

/** What an organisation was told and answered, the newest first; `after` is a dispatch's id. */
export function listTold(
  sql: Sql,
  organisationId: number,
  { after, limit }: { after: number | null; limit: number },
): Promise<Told[]> {
  return sql<Told[]>`
    SELECT p.id AS dispatch_id, a.tracking_id, p.version_id, v.ordinal, v.tlp, v.change, p.created_at AS decided_at,
           p.request_kind, p.deadline_at, r.open, r.sent + r.delivered AS sent, r.bounced + r.failed AS lost,
           r.skipped + r.cancelled AS skipped,
           r.reached_at, r.acknowledged_at, r.choice, r.responded_at, r.response_status
    FROM organisation_dispatches r
    JOIN dispatches p      ON p.id = r.dispatch_id
    LEFT JOIN versions v   ON v.id = p.version_id
    LEFT JOIN notices n    ON n.id = p.notice_id
    LEFT JOIN advisories a ON a.id = coalesce(v.advisory_id, n.advisory_id)
    WHERE r.organisation_id = ${organisationId}
      AND (${after}::int IS NULL OR p.id < ${after})
    ORDER BY p.id DESC
    LIMIT ${limit}`;
}
