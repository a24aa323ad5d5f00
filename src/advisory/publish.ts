import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import {
  type Approved,
  dispatchByPolicy,
  dispatchToFollowers,
  dispatchToRecipients,
} from './dispatch-version.ts';
import { notePublicChange } from './public-change.ts';
import { requireReady } from './require-ready.ts';
import { requireState } from './require-state.ts';
import { supersede } from './stop-dispatches.ts';
import { findVersion, lockVersion, nameOf, type Version } from './version.ts';

const schema = z.strictObject({
  versionId: z.int().positive(),
  /** `system` when its set time has come. */
  operatorId: z.union([z.int().positive(), z.literal('system')]),
});

/**
 * Publishes an approved version: from here on it never changes. In the same transaction it is decided who is told;
 * nothing is sent yet, the dispatches wait for expansion.
 * @throws HubError forbidden | not_found | conflict | invalid when what it follows changed since it was submitted
 */
export async function publish(hub: Hub, input: z.input<typeof schema>): Promise<Version> {
  const { versionId, operatorId } = parse(schema, input);
  const version = await hub.sql.begin(async (sql) => {
    const operator =
      operatorId === 'system'
        ? null
        : await requireRole(sql, operatorId, ['duty officer', 'approver']);
    const version = await lockVersion(sql, versionId);
    requireState(nameOf(version), version.state, ['approved']);
    await requireDue(sql, version, operatorId);
    await requireReady(sql, version, operator?.language ?? 'en');
    const approvalId = await findApproval(sql, versionId);
    await sql`
      UPDATE versions SET state = 'published', published_at = hub_now() WHERE id = ${versionId}`;
    const dispatches = await decide(sql, { version, approvalId });
    const superseded = await supersede(sql, version);
    await sql`SELECT pg_notify('fanout', 'published')`;
    await record(sql, {
      actor: operator ? `operator:${operator.id}` : 'system',
      action: 'publish',
      object: `version:${versionId}`,
      detail: { approvalId, dispatches, superseded },
    });
    return findVersion(sql, versionId);
  });
  notePublicChange(hub);
  return version;
}

/** An approval for a set time is not an approval for sooner. */
async function requireDue(sql: Sql, version: Version, operatorId: number | 'system') {
  const at = version.publishAt;
  if (!at && operatorId === 'system') {
    throw new HubError('conflict', `${nameOf(version)} has no set time: an operator publishes it.`);
  }
  const [{ now }] = await sql<[{ now: Date }]>`SELECT hub_now() AS now`;
  if (!at || at <= now) return;
  throw new HubError(
    'conflict',
    `${nameOf(version)} was approved for ${at.toISOString()}: wait, or send it back and have it approved without a set time.`,
  );
}

/** The newest is the one that stands: a version that was sent back was approved more than once. */
async function findApproval(sql: Sql, versionId: number): Promise<number> {
  const [approval] = await sql<[{ id: number }]>`
    SELECT id FROM approvals WHERE version_id = ${versionId} ORDER BY id DESC LIMIT 1`;
  return approval.id;
}

/** The promise is the number of dispatches. */
async function decide(sql: Sql, approved: Approved): Promise<number> {
  if (approved.version.change === 'correction') {
    await dispatchToRecipients(sql, approved, 'correction');
    return 1;
  }
  const lines = await dispatchByPolicy(sql, approved);
  if (approved.version.ordinal === 0) return lines;
  await dispatchToFollowers(sql, approved, lines);
  return lines + 1;
}
