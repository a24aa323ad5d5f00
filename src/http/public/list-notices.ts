import type { Notice } from '../../advisory/notice.ts';
import type { Sql } from '../../database/connect.ts';
import type { Filter } from '../feeds/filter.ts';
import { wantedVersion } from './list-advisories.ts';

/** The published CLEAR notices about an advisory, the newest first. */
export function listNotices(sql: Sql, advisoryId: number): Promise<Notice[]> {
  return sql<Notice[]>`
    SELECT * FROM notices
    WHERE advisory_id = ${advisoryId} AND state = 'published' AND tlp = 'CLEAR'
    ORDER BY published_at DESC, id DESC`;
}

/**
 * The newest CLEAR notices about advisories that the public may see; in a filtered feed those that came after the first
 * version that is wanted.
 */
export function listNewestNotices(
  sql: Sql,
  { limit, filter }: { limit: number; filter: Filter },
): Promise<(Notice & { trackingId: string; publishedAt: Date })[]> {
  const isFiltered = Object.keys(filter).length > 0;
  return sql<(Notice & { trackingId: string; publishedAt: Date })[]>`
    SELECT n.*, a.tracking_id
    FROM notices n JOIN advisories a ON a.id = n.advisory_id
    WHERE n.state = 'published' AND n.tlp = 'CLEAR'
      AND EXISTS (SELECT FROM versions o
                  WHERE o.advisory_id = n.advisory_id AND ${wantedVersion(sql, filter)}
                    AND (${!isFiltered} OR o.published_at <= n.published_at))
    ORDER BY n.published_at DESC, n.id DESC
    LIMIT ${limit}`;
}
