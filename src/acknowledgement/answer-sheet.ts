import type { Language } from '../advisory/language.ts';
import type { Tlp } from '../advisory/tlp.ts';
import type { Form } from '../audience/ceiling.ts';
import { byIndex } from '../database/by-index.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Bilingual } from '../fanout/dispatch.ts';
import type { RequestKind } from '../fanout/reason.ts';
import { createGatherer } from '../gather.ts';
import type { Hub } from '../hub.ts';
import { asksResponse } from './response.ts';
import { saidNotForUs } from './say-not-for-us.ts';
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

/** Sheets that are read together at most. */
const mostTogether = 100;

const gatherers = new WeakMap<Hub, (deliveryId: number) => Promise<AnswerSheet>>();

/**
 * The sheet of a delivery; reads, and changes nothing. In a burst those who wait share a reading that begins after the
 * last of them came.
 * @throws HubError not_found, `gone` when the link is older than `linkDays`, `conflict` when there is nothing to answer
 */
export function findAnswerSheet(hub: Hub, deliveryId: number): Promise<AnswerSheet> {
  return gathererOf(hub)(deliveryId);
}

function gathererOf(hub: Hub) {
  const known = gatherers.get(hub);
  if (known) return known;
  const find = (ids: number[]) => findSheets(hub, ids);
  const gatherer = createGatherer<number, AnswerSheet>(find, { most: mostTogether });
  gatherers.set(hub, gatherer);
  return gatherer;
}

async function findSheets({ sql }: Hub, ids: number[]): Promise<(AnswerSheet | HubError)[]> {
  const [, rows, standings] = await sql.begin('READ ONLY', (sql) =>
    Promise.all([byIndex(sql), findRows(sql, ids), listStandings(sql, ids)]),
  );
  const rowOf = new Map(rows.map((row) => [row.deliveryId, row]));
  const standingsOf = Map.groupBy(standings, ({ deliveryId }) => deliveryId);
  return ids.map((id) => sheetOf(rowOf.get(id), standingsOf.get(id) ?? []));
}

function sheetOf(row: Row | undefined, standings: Standing[]): AnswerSheet | HubError {
  if (!row) return unknownLink();
  if (row.now.getTime() - row.sentAt.getTime() > linkDays * 86_400_000) return expiredLink();
  if (row.trackingId === null || standings.length === 0)
    return new HubError('conflict', 'This message asks for no answer.');
  const { sentAt: _, ...shown } = row;
  return { ...shown, standings };
}

type Row = Omit<AnswerSheet, 'standings'> & { sentAt: Date };

function findRows(sql: Sql, deliveryIds: number[]) {
  return sql<Row[]>`
    SELECT d.id AS delivery_id, d.dispatch_id, d.form, s.created_at AS sent_at,
           s.request_kind, s.requested_by, s.conditions, s.deadline_at,
           a.tracking_id, v.ordinal, v.tlp, w.withdrawn_at,
           jsonb_build_object('nl', v.content #> '{texts,nl,title}', 'en', v.content #> '{texts,en,title}') AS title,
           (SELECT max(n.ordinal) FROM versions n
            WHERE n.advisory_id = v.advisory_id AND n.state = 'published' AND n.ordinal > v.ordinal) AS newer_ordinal,
           (${saidNotForUs(sql)}) AS not_for_us_at,
           c.name AS contact, c.functional, c.language, (SELECT hub_now()) AS now
    FROM deliveries d
    JOIN dispatches s       ON s.id = d.dispatch_id
    JOIN contacts c         ON c.id = d.contact_id
    LEFT JOIN versions v    ON v.id = s.version_id
    LEFT JOIN advisories a  ON a.id = v.advisory_id
    LEFT JOIN withdrawals w ON w.version_id = v.id
    WHERE d.id = ANY(${deliveryIds}::bigint[])`;
}
