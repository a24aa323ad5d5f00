import { z } from 'zod';
import { record } from '../audit.ts';
import { conflictOn } from '../database/conflict.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { recordAuthorship } from './authorship.ts';
import { changes } from './change.ts';
import { contentSchema } from './content.ts';
import { matrixSchema } from './matrix.ts';
import { requireDraftable } from './require-draftable.ts';
import { levels } from './risk.ts';
import { line, prose } from './text.ts';
import { tlps } from './tlp.ts';
import { giveTrackingId, trackingIdSyntax } from './tracking-id.ts';
import { findVersion, nameOf, selectVersions, type Version } from './version.ts';

/** What a draft begins with. */
export const draftSchema = z
  .strictObject({
    /** The advisory of which this is the next version; without it a new advisory begins. */
    advisoryId: z.int().positive().optional(),
    /** For a new advisory; without it the next number of the year is given out. */
    trackingId: z.string().regex(trackingIdSyntax).optional(),
    content: contentSchema,
    tlp: z.enum(tlps),
    likelihood: z.enum(levels),
    impact: z.enum(levels),
    matrix: matrixSchema.nullish(),
    /** Why the risk is another than the matrix comes to. */
    deviation: prose(5000).nullish(),
    change: z.enum(changes),
    correctsVersionId: z.int().positive().nullish(),
    /** An imported document's own version number, kept verbatim; whoever imports counts as author. */
    importedVersion: line(100).optional(),
    operatorId: z.int().positive(),
  })
  .refine(({ advisoryId, trackingId }) => advisoryId === undefined || trackingId === undefined, {
    path: ['trackingId'],
    message: 'The next version of an advisory keeps its tracking id: leave it out.',
  });

export type DraftInput = z.output<typeof draftSchema>;

/**
 * Begins a new advisory, or the next version of one, in the caller's transaction; whoever wrote or imported it is its
 * author from here on.
 * @throws HubError invalid | too_large | forbidden | not_found | conflict while another version is on its way
 */
export async function beginDraft(
  sql: Sql,
  hub: Hub,
  { act, ...input }: DraftInput & { act: 'wrote' | 'imported' },
): Promise<Version> {
  const operator = await requireRole(sql, input.operatorId, ['author']);
  const advisoryId = input.advisoryId ?? (await createAdvisory(sql, hub, input.trackingId));
  const ordinal = await nextOrdinal(sql, advisoryId);
  requireDraftable({ ...nulled(input), ordinal }, operator.language);
  const versionId = await insertVersion(sql, input, { advisoryId, ordinal });
  await recordAuthorship(sql, { versionId }, { operatorId: operator.id, act });
  await record(sql, {
    actor: `operator:${operator.id}`,
    action: 'draft',
    object: `version:${versionId}`,
    detail: { advisoryId, ordinal, act },
  });
  return findVersion(sql, versionId);
}

const nulled = (input: DraftInput) => ({
  ...input,
  matrix: input.matrix ?? null,
  deviation: input.deviation || null,
  correctsVersionId: input.correctsVersionId ?? null,
});

async function createAdvisory(sql: Sql, hub: Hub, given: string | undefined): Promise<number> {
  // Asked for also when one is given: its lock keeps the two ways from meeting on one number.
  const next = await giveTrackingId(sql, hub.config.trackingPrefix);
  const trackingId = given ?? next;
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO advisories (tracking_id, created_at) VALUES (${trackingId}, hub_now())
    RETURNING id`.catch(
    conflictOn(`${trackingId} exists already: draft its next version, or leave the id out.`),
  );
  return row.id;
}

/** One version of an advisory at a time is on its way; the lock holds until the draft is in. */
async function nextOrdinal(sql: Sql, advisoryId: number): Promise<number> {
  const [advisory] = await sql`
    SELECT FROM advisories WHERE id = ${advisoryId} FOR NO KEY UPDATE`;
  if (!advisory) throw new HubError('not_found', `There is no advisory with id ${advisoryId}.`);
  const [newest] = await sql<Version[]>`
    ${selectVersions(sql)} WHERE v.advisory_id = ${advisoryId} ORDER BY v.ordinal DESC LIMIT 1`;
  if (!newest) return 0;
  if (newest.state === 'published') return newest.ordinal + 1;
  throw new HubError(
    'conflict',
    `${nameOf(newest)} is not published yet (${newest.state}): edit that one, or publish it first.`,
  );
}

async function insertVersion(
  sql: Sql,
  input: DraftInput,
  { advisoryId, ordinal }: { advisoryId: number; ordinal: number },
): Promise<number> {
  const { tlp, likelihood, impact, change, content, matrix } = input;
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO versions (advisory_id, ordinal, imported_version, change, corrects_version_id, tlp,
                          likelihood, impact, matrix, deviation, content, created_at)
    VALUES (${advisoryId}, ${ordinal}, ${input.importedVersion ?? null}, ${change},
            ${input.correctsVersionId ?? null}, ${tlp}, ${likelihood}, ${impact},
            ${matrix ? sql.json(matrix) : null}, ${input.deviation || null}, ${sql.json(content)},
            hub_now())
    RETURNING id`;
  return row.id;
}
