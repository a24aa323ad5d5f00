import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { recordAuthorship } from './authorship.ts';
import { changes } from './change.ts';
import { contentSchema } from './content.ts';
import { matrixSchema } from './matrix.ts';
import { requireDraftable } from './require-draftable.ts';
import { requireRevision, requireState } from './require-state.ts';
import { levels } from './risk.ts';
import { prose } from './text.ts';
import { tlps } from './tlp.ts';
import { findVersion, lockVersion, nameOf, type Version } from './version.ts';

const schema = z.strictObject({
  versionId: z.int().positive(),
  /** The revision that the author saw: whoever saves second is told so. */
  revision: z.int().positive(),
  operatorId: z.int().positive(),
  content: contentSchema.optional(),
  tlp: z.enum(tlps).optional(),
  likelihood: z.enum(levels).optional(),
  impact: z.enum(levels).optional(),
  matrix: matrixSchema.nullish(),
  deviation: prose(5000).nullish(),
  change: z.enum(changes).optional(),
  correctsVersionId: z.int().positive().nullish(),
});

/**
 * Changes a draft; what is left out stays as it is, null empties it.
 * @throws HubError invalid | too_large | forbidden | not_found | conflict when it was edited since, or is no draft
 */
export async function edit(hub: Hub, input: z.input<typeof schema>): Promise<Version> {
  const { versionId, revision, operatorId, ...edits } = parse(schema, input);
  return hub.sql.begin(async (sql) => {
    const operator = await requireRole(sql, operatorId, ['author']);
    const before = await lockVersion(sql, versionId);
    requireState(nameOf(before), before.state, ['draft']);
    requireRevision(nameOf(before), before.revision, revision);
    const given = Object.entries(edits).filter(([, value]) => value !== undefined);
    const after: Version = { ...before, ...Object.fromEntries(given) };
    requireDraftable(after, operator.language);
    await update(sql, after);
    await recordAuthorship(sql, { versionId }, { operatorId, act: 'edited' });
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'edit',
      object: `version:${versionId}`,
      detail: { revision: revision + 1, fields: given.map(([field]) => field) },
    });
    return findVersion(sql, versionId);
  });
}

async function update(sql: Sql, version: Version): Promise<void> {
  const { tlp, likelihood, impact, change, matrix, content } = version;
  await sql`
    UPDATE versions
    SET content = ${sql.json(content)}, tlp = ${tlp}, likelihood = ${likelihood}, impact = ${impact},
        matrix = ${matrix ? sql.json(matrix as never) : null}, deviation = ${version.deviation || null},
        change = ${change}, corrects_version_id = ${version.correctsVersionId},
        revision = revision + 1
    WHERE id = ${version.id}`;
}
