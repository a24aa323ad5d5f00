import type { Sql } from '../database/connect.ts';
import type { Subject } from './authorship.ts';

/** What an approver wrote to the author on sending a version or notice back. */
export type Remark = { operatorId: number; at: Date; text: string };

// Remarks stand among the hands that it went through, under an act of their own that does not make an author.
const act = 'sent back: ';

export async function addRemark(
  sql: Sql,
  subject: Subject,
  { operatorId, text }: { operatorId: number; text: string },
): Promise<void> {
  const { versionId = null, noticeId = null } = subject;
  await sql`
    INSERT INTO authorships (version_id, notice_id, operator_id, act, at)
    VALUES (${versionId}, ${noticeId}, ${operatorId}, ${act + text}, hub_now())`;
}

/** The remarks on a version or notice, the newest first. */
export async function listRemarks(sql: Sql, subject: Subject): Promise<Remark[]> {
  const { versionId = null, noticeId = null } = subject;
  return sql<Remark[]>`
    SELECT operator_id, at, substr(act, ${act.length + 1}) AS text
    FROM authorships
    WHERE (version_id = ${versionId} OR notice_id = ${noticeId}) AND starts_with(act, ${act})
    ORDER BY id DESC`;
}

/** The text of the newest remark on `versions v`; null where there is none. */
export const newestRemark = (sql: Sql) => sql`
  (SELECT substr(h.act, ${act.length + 1}) FROM authorships h
   WHERE h.version_id = v.id AND starts_with(h.act, ${act}) ORDER BY h.id DESC LIMIT 1)`;
