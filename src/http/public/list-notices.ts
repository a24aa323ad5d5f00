import type { PublishedNotice } from '../../advisory/notice.ts';
import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { Filter } from '../feeds/filter.ts';
import { wantedVersion } from './list-advisories.ts';

/** The published CLEAR notices about an advisory, the newest first. */
export function listNotices(sql: Sql, advisoryId: number): Promise<PublishedNotice[]> {
  return sql<PublishedNotice[]>`
    SELECT * FROM notices
    WHERE advisory_id = ${advisoryId} AND state = 'published' AND tlp = 'CLEAR'
    ORDER BY published_at DESC, id DESC`;
}

/** A notice that the public may see, with the advisory that it is about, if any. */
export type PublicNotice = PublishedNotice & { trackingId: string | null; publishedAt: Date };

/** Notices `n` that are CLEAR and about no advisory, or about one that the public may see. */
const selectPublic = (sql: Sql) => sql`
  FROM notices n LEFT JOIN advisories a ON a.id = n.advisory_id
  WHERE n.state = 'published' AND n.tlp = 'CLEAR'
    AND (n.advisory_id IS NULL OR EXISTS (
          SELECT FROM versions v
          WHERE v.advisory_id = n.advisory_id AND v.state = 'published' AND v.tlp = 'CLEAR'))`;

/** A page of them, the newest first; `total` counts all. */
export async function listPublicNotices(
  sql: Sql,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ notices: PublicNotice[]; total: number }> {
  const notices = await sql<(PublicNotice & { total: number })[]>`
    SELECT n.*, a.tracking_id, count(*) OVER () AS total ${selectPublic(sql)}
    ORDER BY n.published_at DESC, n.id DESC
    LIMIT ${limit} OFFSET ${offset}`;
  return { notices, total: notices[0]?.total ?? 0 };
}

/** @throws HubError not_found: there is none, or not for the public */
export async function findPublicNotice(sql: Sql, noticeId: number): Promise<PublicNotice> {
  const [notice] = await sql<PublicNotice[]>`
    SELECT n.*, a.tracking_id ${selectPublic(sql)} AND n.id = ${noticeId}`;
  if (!notice) throw new HubError('not_found', 'There is no such notice.');
  return notice;
}

/**
 * The newest of them for a feed; in a filtered one those about an advisory, and that came after its first version that
 * is wanted.
 */
export function listNewestNotices(
  sql: Sql,
  { limit, filter }: { limit: number; filter: Filter },
): Promise<PublicNotice[]> {
  const isFiltered = Object.keys(filter).length > 0;
  return sql<PublicNotice[]>`
    SELECT n.*, a.tracking_id ${selectPublic(sql)}
      AND (${!isFiltered} OR EXISTS (
            SELECT FROM versions o
            WHERE o.advisory_id = n.advisory_id AND o.published_at <= n.published_at
              AND ${wantedVersion(sql, filter)}))
    ORDER BY n.published_at DESC, n.id DESC
    LIMIT ${limit}`;
}
