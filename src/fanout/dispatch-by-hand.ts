import { z } from 'zod';
import { isUrgent } from '../advisory/risk.ts';
import { lockVersion, nameOf } from '../advisory/version.ts';
import { requireAudience } from '../audience/require-audience.ts';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { channelRules, requestKinds } from './reason.ts';

const bilingual = z.strictObject({
  nl: z.string().trim().min(1).max(10_000),
  en: z.string().trim().min(1).max(10_000),
});

const input = z
  .strictObject({
    versionId: z.int().positive().optional(),
    noticeId: z.int().positive().optional(),
    audienceId: z.int().positive(),
    reason: z.enum(['publication', 'repeat', 'targeted alert', 'request']),
    roles: z.array(z.string().min(1).max(50)).max(50).default([]),
    channelRule: z.enum(channelRules).default('every'),
    pointerAbove: z.boolean().default(false),
    coveringNote: bilingual.optional(),
    requestKind: z.enum(requestKinds).optional(),
    /** Who asks: the government CIO, for one. */
    requestedBy: z.string().trim().min(1).max(200).optional(),
    conditions: z.array(bilingual).max(20).default([]),
    deadlineAt: z.date().optional(),
    reminderMinutes: z.array(z.int().positive()).max(20).default([]),
    previewId: z.int().positive().optional(),
    operatorId: z.int().positive(),
  })
  .refine(
    (d) => (d.versionId === undefined) !== (d.noticeId === undefined),
    'Name a version or a notice.',
  )
  .refine(
    (d) =>
      d.requestKind === 'acknowledge' || (d.reason === 'request') === (d.requestKind !== undefined),
    {
      path: ['requestKind'],
      message: 'A request says what it asks; anything else may ask to acknowledge and no more.',
    },
  )
  .refine((d) => d.requestKind !== 'comply or explain' || d.conditions.length > 0, {
    path: ['conditions'],
    message: 'Comply or explain needs at least one condition to argue.',
  });

export type ByHandInput = z.input<typeof input>;
type Decision = z.output<typeof input>;

/**
 * Decides to send a published version or notice by hand: again, as a targeted alert, as a request, to an audience that
 * the policy did not name. Nothing is sent here; the dispatch waits for expansion. The promise is its id.
 * @throws HubError invalid | not_found | conflict
 */
export async function dispatchByHand(hub: Hub, raw: ByHandInput): Promise<number> {
  const decision = parse(input, raw);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, decision.operatorId, ['duty officer', 'approver']);
    const priority = await priorityOf(sql, decision);
    await requireAudience(sql, decision.audienceId);
    const approvalId = await approve(sql, decision);
    const dispatchId = await insertDispatch(sql, decision, { priority, approvalId });
    await record(sql, {
      actor: `operator:${decision.operatorId}`,
      action: 'dispatch',
      object: `dispatch:${dispatchId}`,
      detail: { reason: decision.reason, audienceId: decision.audienceId, approvalId },
    });
    await sql`SELECT pg_notify('fanout', 'decided')`;
    return dispatchId;
  });
}

/** The officer's own decision, on the preview that was seen, if any. @throws HubError invalid when the preview is of something else */
async function approve(
  sql: Sql,
  { versionId, noticeId, previewId, operatorId }: Decision,
): Promise<number> {
  if (previewId !== undefined) {
    const [seen] = await sql`
      SELECT id FROM previews
      WHERE id = ${previewId} AND operator_id = ${operatorId}
        AND version_id IS NOT DISTINCT FROM ${versionId ?? null}
        AND notice_id  IS NOT DISTINCT FROM ${noticeId ?? null}`;
    if (!seen)
      throw new HubError(
        'invalid',
        'This preview is not yours, or of something else: look at a new one.',
        [{ path: 'previewId', message: 'is not your preview of this' }],
      );
  }
  const [approval] = await sql<[{ id: number }]>`
    INSERT INTO approvals (version_id, notice_id, preview_id, operator_id, at)
    VALUES (${versionId ?? null}, ${noticeId ?? null}, ${previewId ?? null}, ${operatorId}, hub_now())
    RETURNING id`;
  return approval.id;
}

async function insertDispatch(
  sql: Sql,
  decision: Decision,
  { priority, approvalId }: { priority: number; approvalId: number },
) {
  const { operatorId: _, previewId: __, coveringNote, conditions, ...columns } = decision;
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO dispatches ${sql({
      ...columns,
      coveringNote: coveringNote ? sql.json(coveringNote) : null,
      conditions: sql.json(conditions),
      source: 'audience',
      position: 0,
      priority,
      approvalId,
      createdAt: await now(sql),
    } as never)}
    RETURNING id`;
  return row.id;
}

async function now(sql: Sql): Promise<Date> {
  const [row] = await sql<[{ now: Date }]>`SELECT hub_now() AS now`;
  return row.now;
}

/** 0 for an Urgent version. @throws HubError conflict when it is not published, withdrawn, or not the newest */
async function priorityOf(sql: Sql, { versionId, noticeId }: Decision) {
  if (versionId === undefined) {
    const [notice] = await sql<
      { state: string }[]
    >`SELECT state FROM notices WHERE id = ${noticeId as number}`;
    if (!notice) throw new HubError('not_found', `There is no notice with id ${noticeId}.`);
    if (notice.state !== 'published')
      throw new HubError('conflict', 'Publish the notice before sending it.');
    return 1;
  }
  const version = await lockVersion(sql, versionId);
  if (version.state !== 'published')
    throw new HubError(
      'conflict',
      `${nameOf(version)} is not published: publish it before sending it.`,
    );
  if (version.withdrawnAt)
    throw new HubError('conflict', `${nameOf(version)} was withdrawn: it is not sent any more.`);
  const [newer] = await sql`
    SELECT id FROM versions
    WHERE advisory_id = ${version.advisoryId} AND ordinal > ${version.ordinal} AND state = 'published'`;
  if (newer)
    throw new HubError(
      'conflict',
      `${nameOf(version)} is no longer the newest: send the newest version.`,
    );
  return isUrgent(version) ? 0 : 1;
}
