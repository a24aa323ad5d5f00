import { z } from '@hono/zod-openapi';
import { changes } from '../../../advisory/change.ts';
import { contentSchema } from '../../../advisory/content.ts';
import { matrixSchema } from '../../../advisory/matrix.ts';
import { formatOrdinal } from '../../../advisory/ordinal.ts';
import { formatRisk, isUrgent, levels } from '../../../advisory/risk.ts';
import { states } from '../../../advisory/state.ts';
import { tlps } from '../../../advisory/tlp.ts';
import type { Version } from '../../../advisory/version.ts';
import { bilingualText, instant, instantOrNull, named, orNull, reference } from '../field.ts';

const summaryFields = {
  id: reference,
  trackingId: z.string().openapi({ example: 'NCSC-2019-0979' }),
  number: z.string().openapi({ description: 'As people see it.', example: '1.03' }),
  ordinal: z.int().min(0).openapi({ example: 3 }),
  state: z.enum(states),
  change: z.enum(changes),
  tlp: z.enum(tlps),
  likelihood: z.enum(levels),
  impact: z.enum(levels),
  risk: z.string().openapi({ description: 'Likelihood/impact.', example: 'H/H' }),
  urgent: z.boolean(),
  title: bilingualText,
  revision: z.int().openapi({ description: 'Counts the edits of a draft.', example: 1 }),
  createdAt: instant,
  submittedAt: instantOrNull,
  approvedAt: instantOrNull,
  publishAt: instantOrNull.openapi({ description: 'The set time of publication.' }),
  publishedAt: instantOrNull,
  withdrawnAt: instantOrNull,
};

/** A version in a list: all but what it says. */
export const versionSummary = z.strictObject(summaryFields).openapi('VersionSummary');

/** A version in full. */
export const versionSchema = z
  .strictObject({
    ...summaryFields,
    advisoryId: reference,
    importedVersion: z.string().nullable().openapi({
      description: 'The version number of the imported document, verbatim.',
      example: '1.0.3',
    }),
    correctsVersionId: reference.nullable(),
    matrix: matrixSchema.nullable().openapi({ description: 'The answers of the risk matrix.' }),
    deviation: z.string().nullable().openapi({
      description: 'Why the risk is another than the matrix comes to.',
      example: null,
    }),
    content: named(contentSchema, 'Content'),
    withdrawalStatement: orNull(bilingualText),
  })
  .openapi('Version');

/** The row of a version as its summary. */
export function toVersionSummary(version: Version): z.output<typeof versionSummary> {
  const { id, trackingId, ordinal, state, change, tlp, likelihood, impact, revision } = version;
  const { createdAt, submittedAt, approvedAt, publishAt, publishedAt, withdrawnAt } = version;
  const { nl, en } = version.content.texts;
  return {
    ...{ id, trackingId, number: formatOrdinal(ordinal), ordinal, state, change, tlp },
    ...{ likelihood, impact, risk: formatRisk(version), urgent: isUrgent(version) },
    ...{ title: { nl: nl.title, en: en.title }, revision },
    ...{ createdAt, submittedAt, approvedAt, publishAt, publishedAt, withdrawnAt },
  };
}

/** The row of a version in full. */
export function toVersion(version: Version): z.output<typeof versionSchema> {
  const { advisoryId, importedVersion, correctsVersionId, deviation, content } = version;
  return {
    ...toVersionSummary(version),
    ...{ advisoryId, importedVersion, correctsVersionId, deviation, content },
    matrix: version.matrix as z.output<typeof versionSchema>['matrix'],
    withdrawalStatement: version.withdrawalStatement ?? null,
  };
}
