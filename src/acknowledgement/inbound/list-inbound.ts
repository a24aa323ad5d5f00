import type { Sql } from '../../database/connect.ts';
import type { DropReason } from './drop-reason.ts';
import type { Outcome } from './outcome.ts';

/** How much mail came back on one day, and what became of it. */
export type InboundCount = {
  /** `2020-01-17`. */
  day: string;
  outcome: Outcome['outcome'];
  /** Why it was dropped or doubted. */
  reason: string | null;
  messages: number;
};

type Place = readonly [day: string, outcome: string, reason: string] | null;
type Counts = { after?: Place; limit: number };

/** By day, the newest first. */
export function listInboundCounts(sql: Sql, { after = null, limit }: Counts) {
  return sql<InboundCount[]>`
    SELECT to_char(day, 'YYYY-MM-DD') AS day, outcome, nullif(reason, '') AS reason, messages
    FROM inbound_mail_counts
    WHERE ${after === null} OR day < ${after?.[0] ?? null}::date
       OR day = ${after?.[0] ?? null}::date AND (outcome, reason) > (${after?.[1] ?? ''}, ${after?.[2] ?? ''})
    ORDER BY inbound_mail_counts.day DESC, outcome, inbound_mail_counts.reason
    LIMIT ${limit}`;
}

/** Mail that came back and changed nothing: why, and to which message; whose address it was is not told. */
export type DroppedMail = {
  id: number;
  at: Date;
  reason: DropReason;
  deliveryId: number | null;
  dispatchId: number | null;
  trackingId: string | null;
  contactId: number | null;
  /** Null for a member of the public. */
  contact: string | null;
  organisations: string[];
};

type Dropped = { before?: number | null; limit: number };

/** The newest first. */
export function listDroppedMails(sql: Sql, { before = null, limit }: Dropped) {
  return sql<DroppedMail[]>`
    SELECT m.id, m.at, m.reason, m.delivery_id, d.dispatch_id, a.tracking_id, c.id AS contact_id, c.name AS contact,
           ARRAY(SELECT o.name FROM organisations o WHERE o.id = ANY(d.organisation_ids) ORDER BY o.name) AS organisations
    FROM dropped_mails m
    LEFT JOIN deliveries d ON d.id = m.delivery_id
    LEFT JOIN dispatches s ON s.id = d.dispatch_id
    LEFT JOIN versions v   ON v.id = s.version_id
    LEFT JOIN advisories a ON a.id = v.advisory_id
    LEFT JOIN contacts c   ON c.id = d.contact_id
    WHERE ${before}::int IS NULL OR m.id < ${before}
    ORDER BY m.id DESC
    LIMIT ${limit}`;
}

/** What became of the mail of the last days together. */
export type InboundSum = Omit<InboundCount, 'day'> & { lastDay: string };

/** By what became of it, the most frequent reason first. */
export function sumInbound(sql: Sql, days: number) {
  return sql<InboundSum[]>`
    SELECT outcome, nullif(reason, '') AS reason, sum(messages)::int AS messages, to_char(max(day), 'YYYY-MM-DD') AS last_day
    FROM inbound_mail_counts
    WHERE day > hub_now()::date - ${days}::int
    GROUP BY outcome, reason
    ORDER BY outcome, 3 DESC, reason`;
}
