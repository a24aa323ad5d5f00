import { z } from 'zod';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { isAuthor } from './authorship.ts';
import { approvalFields, recordConsents } from './consent.ts';
import { requireFourEyes, warnOfBreakGlass } from './four-eyes.ts';
import { insertApproval } from './insert-approval.ts';
import { findNotice, lockNotice, type Notice, nameOfNotice } from './notice.ts';
import { requireState } from './require-state.ts';

const { breakGlass, consents } = approvalFields;
const schema = z.strictObject({
  noticeId: z.int().positive(),
  operatorId: z.int().positive(),
  breakGlass,
  consents,
});

/**
 * Approves a notice that someone else wrote.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function approveNotice(hub: Hub, input: z.input<typeof schema>): Promise<Notice> {
  const parsed = parse(schema, input);
  const { noticeId, operatorId, breakGlass } = parsed;
  const approved = await hub.sql.begin(async (sql) => {
    const notice = await lockNotice(sql, noticeId);
    const isSame = await isAuthor(sql, { noticeId }, operatorId);
    await requireFourEyes(sql, parsed, { isSame, did: `wrote ${nameOfNotice(notice)}` });
    requireState(nameOfNotice(notice), notice.state, ['in review']);
    const approvalId = await insertApproval(sql, { noticeId, operatorId, breakGlass });
    await recordConsents(sql, approvalId, parsed.consents);
    await sql`
      UPDATE notices SET state = 'approved', approved_at = hub_now() WHERE id = ${noticeId}`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: breakGlass === undefined ? 'approve' : 'approve by break-glass',
      object: `notice:${noticeId}`,
      detail: { approvalId, consents: parsed.consents.length },
    });
    return findNotice(sql, noticeId);
  });
  warnOfBreakGlass(hub, `notice:${noticeId}`, parsed);
  return approved;
}
