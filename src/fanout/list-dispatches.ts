import type { Sql } from '../database/connect.ts';
import type { Bilingual, Dispatch } from './dispatch.ts';

/** A dispatch with what people call it. */
export type ListedDispatch = Dispatch & {
  /** Null for a notice that stands beside no advisory. */
  trackingId: string | null;
  ordinal: number | null;
  title: Bilingual;
  audience: string | null;
};

type Sought = {
  ids?: number[];
  advisoryId?: number;
  /** Only those on which work remains. */
  open?: boolean;
  /** The last id of the page before. */
  before?: number | undefined;
  limit: number;
};

/** Dispatches, the newest first. */
export function listDispatches(sql: Sql, sought: Sought) {
  const { ids, advisoryId, open = false, before, limit } = sought;
  return sql<ListedDispatch[]>`
    SELECT d.*, a.tracking_id, v.ordinal, u.name AS audience,
           CASE WHEN v.id IS NULL
                THEN jsonb_build_object('nl', n.content #> '{nl,title}', 'en', n.content #> '{en,title}')
                ELSE jsonb_build_object('nl', v.content #> '{texts,nl,title}', 'en', v.content #> '{texts,en,title}')
           END AS title
    FROM dispatches d
    LEFT JOIN versions v   ON v.id = d.version_id
    LEFT JOIN notices n    ON n.id = d.notice_id
    LEFT JOIN advisories a ON a.id = coalesce(v.advisory_id, n.advisory_id)
    LEFT JOIN audiences u  ON u.id = d.audience_id
    WHERE (${ids === undefined} OR d.id = ANY(${ids ?? []}::int[]))
      AND (${advisoryId ?? null}::int IS NULL OR a.id = ${advisoryId ?? null}::int)
      AND (${!open} OR d.finished_at IS NULL)
      AND (${before ?? null}::int IS NULL OR d.id < ${before ?? null}::int)
    ORDER BY d.id DESC
    LIMIT ${limit}`;
}
