import { z } from 'zod';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { findNotice, lockNotice, type Notice, nameOfNotice } from './notice.ts';
import { requireState } from './require-state.ts';

const schema = z.strictObject({ noticeId: z.int().positive(), operatorId: z.int().positive() });

/**
 * Hands a notice to its approver.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function submitNotice(hub: Hub, input: z.input<typeof schema>): Promise<Notice> {
  const { noticeId, operatorId } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['author']);
    const notice = await lockNotice(sql, noticeId);
    requireState(nameOfNotice(notice), notice.state, ['draft']);
    await sql`
      UPDATE notices SET state = 'in review', submitted_at = hub_now() WHERE id = ${noticeId}`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'submit',
      object: `notice:${noticeId}`,
    });
    return findNotice(sql, noticeId);
  });
}
