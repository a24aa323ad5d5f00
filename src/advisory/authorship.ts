import type { Sql } from '../database/connect.ts';

/** Whoever did one of these to a version or notice does not approve it (promise 6). */
export const authoringActs = ['wrote', 'edited', 'imported'] as const;
export type Act = (typeof authoringActs)[number];

/** A version or a notice. */
export type Subject =
  | { versionId: number; noticeId?: undefined }
  | { noticeId: number; versionId?: undefined };

/** Notes that an operator had a hand in what it says. */
export async function recordAuthorship(
  sql: Sql,
  subject: Subject,
  { operatorId, act }: { operatorId: number; act: Act },
): Promise<void> {
  const { versionId = null, noticeId = null } = subject;
  await sql`
    INSERT INTO authorships (version_id, notice_id, operator_id, act, at)
    VALUES (${versionId}, ${noticeId}, ${operatorId}, ${act}, hub_now())`;
}

/** Whether an operator wrote, edited or imported any of it. */
export async function isAuthor(sql: Sql, subject: Subject, operatorId: number): Promise<boolean> {
  const { versionId = null, noticeId = null } = subject;
  const rows = await sql`
    SELECT FROM authorships
    WHERE (version_id = ${versionId} OR notice_id = ${noticeId}) AND operator_id = ${operatorId}
      AND act = ANY(${[...authoringActs]}::text[])
    LIMIT 1`;
  return rows.length > 0;
}
