import type { Sql } from '../database/connect.ts';

type Approval = {
  versionId?: number;
  noticeId?: number;
  previewId?: number | null;
  operatorId: number;
  breakGlass?: string | undefined;
};

/** The decision behind a fan-out: its id stands on every dispatch. */
export async function insertApproval(sql: Sql, approval: Approval): Promise<number> {
  const { versionId, noticeId, previewId, operatorId, breakGlass } = approval;
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO approvals (version_id, notice_id, preview_id, operator_id, at, break_glass)
    VALUES (${versionId ?? null}, ${noticeId ?? null}, ${previewId ?? null}, ${operatorId}, hub_now(),
            ${breakGlass ?? null})
    RETURNING id`;
  return row.id;
}
