import type { Sql } from '../database/connect.ts';
import type { Bilingual } from '../fanout/dispatch.ts';
import type { RequestKind } from '../fanout/reason.ts';
import type { ResponseStatus } from './choice.ts';

/** A request for a response about an advisory, and how far its answers are. */
export type Request = {
  dispatchId: number;
  ordinal: number;
  requestKind: RequestKind;
  requestedBy: string | null;
  audience: string | null;
  conditions: Bilingual[];
  deadlineAt: Date | null;
  createdAt: Date;
  asked: number;
  responded: number;
};

/** The requests of an advisory that want more than an acknowledgement, the newest first. */
export function listRequests(sql: Sql, advisoryId: number) {
  return sql<Request[]>`
    SELECT d.id AS dispatch_id, v.ordinal, d.request_kind, d.requested_by, u.name AS audience, d.conditions,
           d.deadline_at, d.created_at, r.asked, r.responded
    FROM dispatches d
    JOIN versions v       ON v.id = d.version_id
    LEFT JOIN audiences u ON u.id = d.audience_id
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS asked, count(responded_at)::int AS responded
      FROM organisation_dispatches WHERE dispatch_id = d.id) r
    WHERE v.advisory_id = ${advisoryId} AND d.request_kind IN ('report back', 'comply or explain')
    ORDER BY d.id DESC`;
}

/** How one organisation stands to a request: what it says now, and all that it said before. */
export type RequestStanding = {
  organisationId: number;
  organisation: string;
  status: ResponseStatus | null;
  said: {
    status: ResponseStatus;
    explanation: string[];
    remark: string | null;
    saidBy: string | null;
    contact: string | null;
    late: boolean;
    at: string;
  }[];
};

type Sought = { dispatchId: number; search: string; after: string; limit: number };

/** The organisations that were asked, by name, who has not answered among them. */
export function listRequestStandings(sql: Sql, { dispatchId, search, after, limit }: Sought) {
  const part = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  return sql<RequestStanding[]>`
    SELECT o.id AS organisation_id, o.name AS organisation, d.response_status AS status,
           coalesce((SELECT jsonb_agg(jsonb_build_object(
                              'status', r.status, 'explanation', r.explanation, 'remark', r.remark, 'saidBy', r.said_by,
                              'contact', c.name, 'late', r.late, 'at', r.at) ORDER BY r.id DESC)
                     FROM responses r LEFT JOIN contacts c ON c.id = r.contact_id
                     WHERE r.dispatch_id = d.dispatch_id AND r.organisation_id = o.id), '[]') AS said
    FROM organisation_dispatches d JOIN organisations o ON o.id = d.organisation_id
    WHERE d.dispatch_id = ${dispatchId} AND o.name > ${after} AND o.name ILIKE ${part}
    ORDER BY o.name LIMIT ${limit}`;
}
