import { z } from 'zod';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { findNotice, lockNotice, type Notice, nameOfNotice } from './notice.ts';
import { addRemark } from './remark.ts';
import { requireState } from './require-state.ts';
import { prose } from './text.ts';

const schema = z.strictObject({
  noticeId: z.int().positive(),
  remark: prose(5000).min(1),
  operatorId: z.int().positive(),
});

/**
 * Gives a notice back to its author with a remark, as `sendBack` does a version: until it is published.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function sendNoticeBack(hub: Hub, input: z.input<typeof schema>): Promise<Notice> {
  const { noticeId, remark, operatorId } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['approver', 'author']);
    const notice = await lockNotice(sql, noticeId);
    requireState(nameOfNotice(notice), notice.state, ['in review', 'approved']);
    await sql`
      UPDATE notices SET state = 'draft', submitted_at = NULL, approved_at = NULL WHERE id = ${noticeId}`;
    await addRemark(sql, { noticeId }, { operatorId, text: remark });
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'send back',
      object: `notice:${noticeId}`,
      detail: { from: notice.state, revision: notice.revision },
    });
    return findNotice(sql, noticeId);
  });
}
