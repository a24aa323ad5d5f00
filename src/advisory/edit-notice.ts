import { z } from 'zod';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { recordAuthorship } from './authorship.ts';
import {
  findNotice,
  lockNotice,
  type Notice,
  nameOfNotice,
  noticeContentSchema,
  noticeKinds,
} from './notice.ts';
import { requireRevision, requireState } from './require-state.ts';
import { tlps } from './tlp.ts';

const schema = z.strictObject({
  noticeId: z.int().positive(),
  /** The revision that the author saw: whoever saves second is told so. */
  revision: z.int().positive(),
  operatorId: z.int().positive(),
  kind: z.enum(noticeKinds).optional(),
  tlp: z.enum(tlps).optional(),
  content: noticeContentSchema.optional(),
});

/**
 * Changes the draft of a notice; what is left out stays as it is.
 * @throws HubError invalid | forbidden | not_found | conflict when it was edited since, or is no draft
 */
export async function editNotice(hub: Hub, input: z.input<typeof schema>): Promise<Notice> {
  const { noticeId, revision, operatorId, ...edits } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['author']);
    const before = await lockNotice(sql, noticeId);
    requireState(nameOfNotice(before), before.state, ['draft']);
    requireRevision(nameOfNotice(before), before.revision, revision);
    const { kind = before.kind, tlp = before.tlp, content = before.content } = edits;
    await sql`
      UPDATE notices SET kind = ${kind}, tlp = ${tlp}, content = ${sql.json(content)} WHERE id = ${noticeId}`;
    await recordAuthorship(sql, { noticeId }, { operatorId, act: 'edited' });
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'edit',
      object: `notice:${noticeId}`,
      detail: { revision: revision + 1, fields: Object.keys(edits) },
    });
    return findNotice(sql, noticeId);
  });
}
