import type { Sql } from '../database/connect.ts';
import { authoringActs } from './authorship.ts';
import type { Notice } from './notice.ts';

/** A notice that is not published, and whether this operator wrote it. */
export type OpenNotice = Pick<Notice, 'id' | 'kind' | 'state' | 'content'> & { mine: boolean };

/** Every notice that is not published, the oldest first. */
export function listOpenNotices(sql: Sql, operatorId: number) {
  return sql<OpenNotice[]>`
    SELECT n.id, n.kind, n.state, n.content,
           EXISTS (SELECT FROM authorships h WHERE h.notice_id = n.id AND h.operator_id = ${operatorId}
                     AND h.act = ANY(${[...authoringActs]}::text[])) AS mine
    FROM notices n WHERE n.state <> 'published'
    ORDER BY n.id`;
}
