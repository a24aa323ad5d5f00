import { z } from 'zod';
import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { requireReady } from './require-ready.ts';
import { requireRevision, requireState } from './require-state.ts';
import { findVersion, lockVersion, nameOf, type Version } from './version.ts';

const schema = z.strictObject({
  versionId: z.int().positive(),
  /** The revision that was seen. */
  revision: z.int().positive().optional(),
  operatorId: z.int().positive(),
});

/**
 * Hands a draft to its approver; from here on nobody edits it.
 * @throws HubError invalid, with everything that is left to change | forbidden | not_found | conflict
 */
export async function submit(hub: Hub, input: z.input<typeof schema>): Promise<Version> {
  const { versionId, revision, operatorId } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    const operator = await requireRole(sql, operatorId, ['author']);
    const version = await lockVersion(sql, versionId);
    requireState(nameOf(version), version.state, ['draft']);
    requireRevision(nameOf(version), version.revision, revision);
    await requireReady(sql, version, operator.language);
    await sql`
      UPDATE versions SET state = 'in review', submitted_at = hub_now() WHERE id = ${versionId}`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'submit',
      object: `version:${versionId}`,
      detail: { revision: version.revision },
    });
    return findVersion(sql, versionId);
  });
}
