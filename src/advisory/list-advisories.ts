import type { Sql } from '../database/connect.ts';
import type { Risk } from './risk.ts';
import type { State } from './state.ts';
import type { Tlp } from './tlp.ts';
import { selectVersions, type Version } from './version.ts';

/** An advisory by its newest version, drafts included: for operators' eyes. */
export type ListedAdvisory = { id: number; trackingId: string; createdAt: Date; newest: Version };

type Wish = {
  limit: number;
  /** The id of the last advisory of the page before. */
  before: number | null;
  /** Of the newest version. */
  states?: readonly State[] | undefined;
  tlps?: readonly Tlp[] | undefined;
  risk?: Risk | undefined;
  /** In the tracking id, or in a title of the newest version. */
  search?: string | undefined;
  /** High/high before all others; `before` then says as well whether the last of the page before was. */
  urgentFirst?: { beforeUrgent: boolean } | undefined;
};

/** The advisories, the newest series first; where that is asked for, those at high/high before all others. */
export async function listAdvisories(sql: Sql, wish: Wish): Promise<ListedAdvisory[]> {
  const { before, states, tlps, risk, search, urgentFirst } = wish;
  // A search is for these characters: LIKE's own mean nothing in it.
  const like = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const urgent = sql`(n.likelihood = 'high' AND n.impact = 'high')`;
  const past = urgentFirst
    ? sql`(${urgent}, s.id) < (${urgentFirst.beforeUrgent}, ${before})`
    : sql`s.id < ${before}`;
  const after = before === null ? sql`true` : past;
  const found = await sql<(Version & { startedAt: Date })[]>`
    SELECT n.*, s.created_at AS started_at
    FROM advisories s
    CROSS JOIN LATERAL (
      ${selectVersions(sql)} WHERE v.advisory_id = s.id ORDER BY v.ordinal DESC LIMIT 1
    ) n
    WHERE ${after}
      AND ${states ? sql`n.state = ANY(${[...states]}::state[])` : sql`true`}
      AND ${tlps ? sql`n.tlp = ANY(${[...tlps]}::tlp[])` : sql`true`}
      AND ${risk ? sql`n.likelihood = ${risk.likelihood} AND n.impact = ${risk.impact}` : sql`true`}
      AND ${
        search
          ? sql`(n.tracking_id ILIKE ${like} OR n.content #>> '{texts,nl,title}' ILIKE ${like}
                          OR n.content #>> '{texts,en,title}' ILIKE ${like})`
          : sql`true`
      }
    ORDER BY ${urgentFirst ? sql`${urgent} DESC,` : sql``} s.id DESC
    LIMIT ${wish.limit}`;
  return found.map(({ startedAt, ...newest }) => ({
    id: newest.advisoryId,
    trackingId: newest.trackingId,
    createdAt: startedAt,
    newest,
  }));
}
