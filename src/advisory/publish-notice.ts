import { z } from 'zod';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { findNotice, lockNotice, type Notice, nameOfNotice } from './notice.ts';
import { notePublicChange } from './public-change.ts';
import { requireState } from './require-state.ts';

const schema = z.strictObject({ noticeId: z.int().positive(), operatorId: z.int().positive() });

/**
 * Publishes an approved notice. It is sent to no one by this: whoever is to get it is decided by hand.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function publishNotice(hub: Hub, input: z.input<typeof schema>): Promise<Notice> {
  const { noticeId, operatorId } = parse(schema, input);
  const published = await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['duty officer', 'approver']);
    const notice = await lockNotice(sql, noticeId);
    requireState(nameOfNotice(notice), notice.state, ['approved']);
    await sql`
      UPDATE notices SET state = 'published', published_at = hub_now() WHERE id = ${noticeId}`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'publish',
      object: `notice:${noticeId}`,
    });
    return findNotice(sql, noticeId);
  });
  notePublicChange(hub);
  return published;
}
