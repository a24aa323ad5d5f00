import type { Sql } from '../database/connect.ts';
import { authoringActs } from './authorship.ts';
import type { Content } from './content.ts';
import { newestRemark } from './remark.ts';
import type { Risk } from './risk.ts';
import type { State } from './state.ts';

/** A version on its way to publication, as somebody sees it who asks what is theirs to do. */
export type OpenVersion = Risk & {
  id: number;
  trackingId: string;
  ordinal: number;
  state: Exclude<State, 'published'>;
  texts: Content['texts'];
  publishAt: Date | null;
  /** Whether this operator wrote, edited or imported it: they do not approve it. */
  mine: boolean;
  /** The newest remark with which it was sent back. */
  remark: string | null;
};

/** Every version that is not published, high/high first, the oldest first. */
export function listOpenVersions(sql: Sql, operatorId: number) {
  return sql<OpenVersion[]>`
    SELECT v.id, a.tracking_id, v.ordinal, v.state, v.likelihood, v.impact, v.content -> 'texts' AS texts, v.publish_at,
           EXISTS (SELECT FROM authorships h WHERE h.version_id = v.id AND h.operator_id = ${operatorId}
                     AND h.act = ANY(${[...authoringActs]}::text[])) AS mine,
           ${newestRemark(sql)} AS remark
    FROM versions v JOIN advisories a ON a.id = v.advisory_id
    WHERE v.state <> 'published'
    ORDER BY (v.likelihood = 'high' AND v.impact = 'high') DESC, v.id`;
}
