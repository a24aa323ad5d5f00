import type { Language } from '../advisory/language.ts';
import type { Tlp } from '../advisory/tlp.ts';
import type { Form } from '../audience/ceiling.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Bilingual } from '../fanout/dispatch.ts';
import type { RequestKind } from '../fanout/reason.ts';
import { asksResponse } from './response.ts';
import { findSaid } from './say-not-for-us.ts';
import { listStandings, type Standing } from './standing.ts';
import { expiredLink, linkDays, unknownLink } from './token.ts';

/** Everything that the page of one link shows: what was sent to whom, and how its answers stand. */
export type AnswerSheet = {
  deliveryId: number;
  dispatchId: number;
  form: Form;
  trackingId: string;
  ordinal: number;
  tlp: Tlp;
  title: Bilingual;
  withdrawnAt: Date | null;
  /** The newest published version, where it is newer than this one. */
  newerOrdinal: number | null;
  requestKind: RequestKind | null;
  requestedBy: string | null;
  conditions: Bilingual[];
  deadlineAt: Date | null;
  contact: string;
  functional: boolean;
  language: Language;
  /** The organisations for which the contact got it, by name. */
  standings: Standing[];
  /** Since when it is known, and not settled, that the message is not for this contact. */
  notForUsAt: Date | null;
  /** Domain time of the reading. */
  now: Date;
};

/** Whether the page takes a response: conditions tell what an advisory is about, so behind a pointer it does not. */
export const offersResponse = (sheet: AnswerSheet) => sheet.form === 'full' && asksResponse(sheet);

/**
 * The sheet of a delivery; reads, and changes nothing.
 * @throws HubError not_found, `gone` when the link is older than `linkDays`, `conflict` when there is nothing to answer
 */
export async function findAnswerSheet(sql: Sql, deliveryId: number): Promise<AnswerSheet> {
  const [rows, standings] = await Promise.all([
    findRow(sql, deliveryId),
    listStandings(sql, deliveryId),
  ]);
  const [row] = rows;
  if (!row) throw unknownLink();
  if (row.now.getTime() - row.sentAt.getTime() > linkDays * 86_400_000) throw expiredLink();
  if (row.trackingId === null || standings.length === 0)
    throw new HubError('conflict', 'This message asks for no answer.');
  const { sentAt: _, addressId, ...shown } = row;
  return { ...shown, standings, notForUsAt: await findSaid(sql, { deliveryId, addressId }) };
}

type Row = Omit<AnswerSheet, 'standings' | 'notForUsAt'> & { sentAt: Date; addressId: number };

function findRow(sql: Sql, deliveryId: number) {
  return sql<Row[]>`
    SELECT d.id AS delivery_id, d.dispatch_id, d.address_id, d.form, s.created_at AS sent_at,
           s.request_kind, s.requested_by, s.conditions, s.deadline_at,
           a.tracking_id, v.ordinal, v.tlp, w.withdrawn_at,
           jsonb_build_object('nl', v.content #> '{texts,nl,title}', 'en', v.content #> '{texts,en,title}') AS title,
           (SELECT max(n.ordinal) FROM versions n
            WHERE n.advisory_id = v.advisory_id AND n.state = 'published' AND n.ordinal > v.ordinal) AS newer_ordinal,
           c.name AS contact, c.functional, c.language, hub_now() AS now
    FROM deliveries d
    JOIN dispatches s       ON s.id = d.dispatch_id
    JOIN contacts c         ON c.id = d.contact_id
    LEFT JOIN versions v    ON v.id = s.version_id
    LEFT JOIN advisories a  ON a.id = v.advisory_id
    LEFT JOIN withdrawals w ON w.version_id = v.id
    WHERE d.id = ${deliveryId}`;
}
