import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { bilingual } from './text.ts';
import { findVersion, lockVersion, nameOf, type Version } from './version.ts';

const schema = z.strictObject({
  versionId: z.int().positive(),
  /** Why it no longer stands; everyone who got it reads this. */
  statement: bilingual(10_000),
  operatorId: z.int().positive(),
});

/**
 * Asks for the withdrawal of a published version; it is done once another person approves. Asking again before that
 * replaces the statement and whoever asks.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function withdraw(hub: Hub, input: z.input<typeof schema>): Promise<Version> {
  const { versionId, statement, operatorId } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['author', 'approver', 'duty officer']);
    const version = await lockVersion(sql, versionId);
    if (version.state !== 'published') {
      throw new HubError(
        'conflict',
        `${nameOf(version)} was never published: send it back or edit it instead.`,
      );
    }
    if (version.withdrawnAt) {
      throw new HubError('conflict', `${nameOf(version)} was withdrawn already.`);
    }
    await sql`
      INSERT INTO withdrawals (version_id, statement, operator_id, requested_at)
      VALUES (${versionId}, ${sql.json(statement)}, ${operatorId}, hub_now())
      ON CONFLICT (version_id) DO UPDATE
      SET statement = excluded.statement, operator_id = excluded.operator_id,
          requested_at = excluded.requested_at`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'withdraw',
      object: `version:${versionId}`,
    });
    return findVersion(sql, versionId);
  });
}
