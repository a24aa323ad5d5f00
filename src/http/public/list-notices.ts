import type { Notice } from '../../advisory/notice.ts';
import type { Sql } from '../../database/connect.ts';

/** The published CLEAR notices about an advisory, the newest first. */
export function listNotices(sql: Sql, advisoryId: number): Promise<Notice[]> {
  return sql<Notice[]>`
    SELECT * FROM notices
    WHERE advisory_id = ${advisoryId} AND state = 'published' AND tlp = 'CLEAR'
    ORDER BY published_at DESC, id DESC`;
}
