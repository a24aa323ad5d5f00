import { z } from 'zod';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { addRemark } from './remark.ts';
import { requireState } from './require-state.ts';
import { prose } from './text.ts';
import { findVersion, lockVersion, nameOf, type Version } from './version.ts';

const schema = z.strictObject({
  versionId: z.int().positive(),
  remark: prose(5000).min(1),
  operatorId: z.int().positive(),
});

/**
 * Gives a version back to its author with a remark; one that is approved too, until it is published. Its author may
 * take it back as well. What was approved has to be approved anew.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function sendBack(hub: Hub, input: z.input<typeof schema>): Promise<Version> {
  const { versionId, remark, operatorId } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['approver', 'author']);
    const version = await lockVersion(sql, versionId);
    requireState(nameOf(version), version.state, ['in review', 'approved']);
    await sql`
      UPDATE versions
      SET state = 'draft', submitted_at = NULL, approved_at = NULL, publish_at = NULL
      WHERE id = ${versionId}`;
    await addRemark(sql, { versionId }, { operatorId, text: remark });
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'send back',
      object: `version:${versionId}`,
      detail: { from: version.state, revision: version.revision },
    });
    return findVersion(sql, versionId);
  });
}
