import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { approvalFields, recordConsents } from './consent.ts';
import { dispatchToRecipients } from './dispatch-version.ts';
import { requireFourEyes, warnOfBreakGlass } from './four-eyes.ts';
import { insertApproval } from './insert-approval.ts';
import { notePublicChange } from './public-change.ts';
import { requireSeenPreview } from './seen-preview.ts';
import { stopWithdrawn } from './stop-dispatches.ts';
import { findVersion, lockVersion, nameOf, type Version } from './version.ts';

const schema = z.strictObject({
  versionId: z.int().positive(),
  operatorId: z.int().positive(),
  ...approvalFields,
});

/**
 * Carries out a withdrawal that someone else asked for, after seeing who got the version: they are told, nobody else,
 * and what of it still waits is stopped. The version's text stays as it is.
 * @throws HubError invalid | forbidden | not_found | conflict
 */
export async function approveWithdrawal(hub: Hub, input: z.input<typeof schema>): Promise<Version> {
  const parsed = parse(schema, input);
  const { versionId, operatorId, breakGlass } = parsed;
  const withdrawn = await hub.sql.begin(async (sql) => {
    const version = await lockVersion(sql, versionId);
    const asked = await requirePending(sql, version);
    const isSame = asked.operatorId === operatorId;
    const did = `asked for the withdrawal of ${nameOf(version)}`;
    await requireFourEyes(sql, parsed, { isSame, did });
    const previewId = await requireSeenPreview(sql, version, {
      operatorId,
      previewId: parsed.previewId,
      reasons: ['withdrawal'],
      since: asked.requestedAt,
    });
    const approvalId = await insertApproval(sql, { versionId, previewId, operatorId, breakGlass });
    await recordConsents(sql, approvalId, parsed.consents);
    await sql`
      UPDATE withdrawals SET approval_id = ${approvalId}, withdrawn_at = hub_now()
      WHERE version_id = ${versionId}`;
    const stopped = await stopWithdrawn(sql, version);
    await dispatchToRecipients(sql, { version, approvalId }, 'withdrawal');
    await sql`SELECT pg_notify('fanout', 'withdrawn')`;
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: breakGlass === undefined ? 'approve withdrawal' : 'approve withdrawal by break-glass',
      object: `version:${versionId}`,
      detail: { approvalId, previewId, consents: parsed.consents.length, stopped },
    });
    return findVersion(sql, versionId);
  });
  notePublicChange(hub);
  warnOfBreakGlass(hub, `version:${versionId}`, parsed);
  return withdrawn;
}

/** @throws HubError conflict: nobody asked, or it is done */
async function requirePending(sql: Sql, version: Version) {
  const [asked] = await sql<{ operatorId: number; requestedAt: Date; withdrawnAt: Date | null }[]>`
    SELECT operator_id, requested_at, withdrawn_at FROM withdrawals WHERE version_id = ${version.id}`;
  if (!asked) {
    throw new HubError(
      'conflict',
      `Nobody asked to withdraw ${nameOf(version)}: ask for it first.`,
    );
  }
  if (asked.withdrawnAt) {
    throw new HubError('conflict', `${nameOf(version)} was withdrawn already.`);
  }
  return asked;
}
