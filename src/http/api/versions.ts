import { z } from '@hono/zod-openapi';
import { findAdvisory } from '../../advisory/advisory.ts';
import { changes } from '../../advisory/change.ts';
import { contentSchema } from '../../advisory/content.ts';
import { draft } from '../../advisory/draft.ts';
import { edit } from '../../advisory/edit.ts';
import { matrixSchema } from '../../advisory/matrix.ts';
import { levels } from '../../advisory/risk.ts';
import { prose } from '../../advisory/text.ts';
import { tlps } from '../../advisory/tlp.ts';
import { trackingIdSyntax } from '../../advisory/tracking-id.ts';
import { findVersion } from '../../advisory/version.ts';
import { trackingIdParam } from './advisories.ts';
import { id, named, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import {
  toVersion,
  toVersionSummary,
  versionSchema,
  versionSummary,
} from './representation/version.ts';

const written = {
  content: named(contentSchema, 'ContentDraft'),
  tlp: z.enum(tlps),
  likelihood: z.enum(levels),
  impact: z.enum(levels),
  matrix: matrixSchema.nullish(),
  deviation: prose(5000).nullish().openapi({
    description: 'Why the risk is another than the matrix comes to.',
  }),
  change: z.enum(changes),
  correctsVersionId: reference.nullish(),
};
const nextDraft = z.strictObject(written).openapi('VersionDraft');
const firstDraft = z
  .strictObject({
    ...written,
    trackingId: z.string().regex(trackingIdSyntax).optional().openapi({
      description: 'Without it the next number of the year is given out.',
      example: 'NCSC-2020-0042',
    }),
  })
  .openapi('AdvisoryDraft');
const edits = z.strictObject(written).partial().openapi('VersionEdit', {
  description: 'What is left out stays as it is; null empties it.',
});

const params = { versionId: id };
const location = (version: { id: number }) => `/versions/${version.id}`;

/** Versions: what an author writes, and what everybody with an account reads. */
export const versions: Resource = {
  tag: 'Versions',
  description: 'One immutable issue of an advisory; a draft until it is published.',
  operations: [
    operation({
      method: 'get',
      path: '/advisories/{trackingId}/versions',
      id: 'listVersions',
      access: everyone,
      summary: 'The versions of an advisory, the newest first',
      params: { trackingId: trackingIdParam },
      query: pageQuery,
      answer: pageOf(versionSummary),
      handle: async ({ hub, params, query: { limit, cursor } }) => {
        const { versions } = await findAdvisory(hub.sql, params.trackingId);
        const before = idOf(cursor);
        const rest = versions.filter(({ ordinal }) => before === null || ordinal < before);
        return pageFrom(rest.map(toVersionSummary), limit, ({ ordinal }) => [ordinal]);
      },
    }),
    operation({
      method: 'post',
      path: '/advisories',
      id: 'draftAdvisory',
      access: ['author'],
      summary: 'Begin an advisory with its first version',
      description: 'A draft may be incomplete: its findings say what is left to do.',
      body: firstDraft,
      answer: versionSchema,
      location,
      tagged: true,
      handle: async ({ hub, operatorId, body }) =>
        toVersion(await draft(hub, { ...body, operatorId })),
    }),
    operation({
      method: 'post',
      path: '/advisories/{trackingId}/versions',
      id: 'draftVersion',
      access: ['author'],
      summary: 'Begin the next version of an advisory',
      params: { trackingId: trackingIdParam },
      body: nextDraft,
      answer: versionSchema,
      location,
      tagged: true,
      handle: async ({ hub, operatorId, params, body }) => {
        const { id: advisoryId } = await findAdvisory(hub.sql, params.trackingId);
        return toVersion(await draft(hub, { ...body, advisoryId, operatorId }));
      },
    }),
    operation({
      method: 'get',
      path: '/versions/{versionId}',
      id: 'getVersion',
      access: everyone,
      summary: 'A version in full',
      params,
      answer: versionSchema,
      handle: async ({ hub, params }) => toVersion(await findVersion(hub.sql, params.versionId)),
    }),
    operation({
      method: 'patch',
      path: '/versions/{versionId}',
      id: 'editVersion',
      access: ['author'],
      summary: 'Change a draft',
      params,
      body: edits,
      answer: versionSchema,
      tagged: true,
      ifMatch: async ({ hub, params }) => toVersion(await findVersion(hub.sql, params.versionId)),
      // The verb compares the revision once more, under its lock: between the two nobody is overwritten.
      handle: async ({ hub, operatorId, params, body, seen }) =>
        toVersion(await edit(hub, { ...params, ...body, revision: seen.revision, operatorId })),
    }),
  ],
};
