import type { Sql } from '../database/connect.ts';
import { type Notice, selectNotices } from './notice.ts';

/** The notices about an advisory, drafts among them, the newest first; null is those about none. */
export function listNotices(sql: Sql, advisoryId: number | null) {
  return sql<Notice[]>`
    ${selectNotices(sql)} WHERE n.advisory_id IS NOT DISTINCT FROM ${advisoryId} ORDER BY n.id DESC`;
}
