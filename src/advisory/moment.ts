import type { Sql } from '../database/connect.ts';
import type { Change } from './change.ts';
import type { Event } from './event.ts';
import type { Notice } from './notice.ts';
import type { Level } from './risk.ts';
import type { Bilingual } from './text.ts';
import type { Tlp } from './tlp.ts';

type At = { at: Date };
export type EventMoment = At & { kind: 'event' } & Pick<
    Event,
    'id' | 'what' | 'happenedAt' | 'learnedAt' | 'recordedAt' | 'source'
  >;
export type VersionMoment = At & {
  kind: 'version';
  id: number;
  ordinal: number;
  change: Change;
  tlp: Tlp;
  likelihood: Level;
  impact: Level;
  title: Bilingual;
  approvalId: number;
};
export type WithdrawalMoment = At & {
  kind: 'withdrawal';
  versionId: number;
  ordinal: number;
  statement: Bilingual;
  requestedAt: Date;
  approvalId: number;
};
export type NoticeMoment = At & {
  kind: 'notice';
  id: number;
  noticeKind: Notice['kind'];
  title: Bilingual;
  publishedElsewhere: Notice['publishedElsewhere'];
  approvalId: number;
};
export type DispatchMoment = At & {
  kind: 'dispatch';
  id: number;
  /** The version or notice that was sent, and the version's ordinal. */
  versionId: number | null;
  noticeId: number | null;
  ordinal: number | null;
  reason: string;
  source: string;
  audience: string | null;
  requestKind: string | null;
  requestedBy: string | null;
  deadlineAt: Date | null;
  /** Null until it is expanded. */
  addressCount: number | null;
  stoppedAt: Date | null;
  stoppedReason: string | null;
  approvalId: number;
};

/** What happened elsewhere: its place in time is when it happened, beside when we learned of it. */
export const listEvents = (sql: Sql, advisoryId: number) => sql<EventMoment[]>`
  SELECT 'event' AS kind, happened_at AS at, id, what, happened_at, learned_at, recorded_at, source
  FROM events WHERE advisory_id = ${advisoryId}`;

/** What we published. */
export const listVersions = (sql: Sql, advisoryId: number) => sql<VersionMoment[]>`
  SELECT 'version' AS kind, v.published_at AS at, v.id, v.ordinal, v.change, v.tlp, v.likelihood, v.impact,
         jsonb_build_object('nl', v.content #> '{texts,nl,title}', 'en', v.content #> '{texts,en,title}') AS title,
         (SELECT max(id) FROM approvals WHERE version_id = v.id AND at <= v.published_at) AS approval_id
  FROM versions v WHERE v.advisory_id = ${advisoryId} AND v.state = 'published'`;

/** What we took back; a withdrawal that was only asked for is not one yet. */
export const listWithdrawals = (sql: Sql, advisoryId: number) => sql<WithdrawalMoment[]>`
  SELECT 'withdrawal' AS kind, w.withdrawn_at AS at, w.version_id, v.ordinal, w.statement, w.requested_at, w.approval_id
  FROM withdrawals w JOIN versions v ON v.id = w.version_id
  WHERE v.advisory_id = ${advisoryId} AND w.withdrawn_at IS NOT NULL`;

/** What we said beside the versions. */
export const listNotices = (sql: Sql, advisoryId: number) => sql<NoticeMoment[]>`
  SELECT 'notice' AS kind, n.published_at AS at, n.id, n.kind AS notice_kind, n.published_elsewhere,
         jsonb_build_object('nl', n.content #> '{nl,title}', 'en', n.content #> '{en,title}') AS title,
         (SELECT max(id) FROM approvals WHERE notice_id = n.id AND at <= n.published_at) AS approval_id
  FROM notices n WHERE n.advisory_id = ${advisoryId} AND n.state = 'published'`;

/** What was decided to send. */
export const listDispatches = (sql: Sql, advisoryId: number) => sql<DispatchMoment[]>`
  SELECT 'dispatch' AS kind, d.created_at AS at, d.id, d.version_id, d.notice_id, v.ordinal, d.reason, d.source,
         u.name AS audience, d.request_kind, d.requested_by, d.deadline_at, d.address_count,
         d.stopped_at, d.stopped_reason, d.approval_id
  FROM dispatches d
  LEFT JOIN versions v  ON v.id = d.version_id
  LEFT JOIN notices n   ON n.id = d.notice_id
  LEFT JOIN audiences u ON u.id = d.audience_id
  WHERE ${advisoryId} IN (v.advisory_id, n.advisory_id)`;
