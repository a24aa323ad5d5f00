import { z } from '@hono/zod-openapi';
import { check } from '../../advisory/check.ts';
import { difference } from '../../advisory/difference.ts';
import { findBefore } from '../../advisory/find-before.ts';
import { findVersion } from '../../advisory/version.ts';
import { id, orNull } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { differenceSchema } from './representation/difference.ts';

const params = { versionId: id };

const findingsSchema = z
  .strictObject({
    findings: z.array(
      z.strictObject({
        path: z.string().openapi({ example: 'content.texts.en.title' }),
        message: z.string().openapi({ example: 'Write it in English too.' }),
      }),
    ),
  })
  .openapi('Findings', {
    description: 'Everything that has to change before it can be submitted.',
  });

/** What can be asked of a version before anybody decides on it. */
export const versionChecks: Resource = {
  tag: 'Checks',
  description: 'What is left to do on a draft, and what a version changes.',
  operations: [
    operation({
      method: 'get',
      path: '/versions/{versionId}/findings',
      id: 'checkVersion',
      access: everyone,
      summary: 'What has to change before a version can be submitted',
      params,
      query: { language: z.enum(['nl', 'en']).default('en') },
      answer: findingsSchema,
      handle: async ({ hub, params, query: { language } }) => {
        const version = await findVersion(hub.sql, params.versionId);
        return { findings: check(version, await findBefore(hub.sql, version), language) };
      },
    }),
    operation({
      method: 'get',
      path: '/versions/{versionId}/difference',
      id: 'compareVersion',
      access: everyone,
      summary: 'What a version changes against the one before',
      description: 'Null for a first version.',
      params,
      answer: z.strictObject({ difference: orNull(differenceSchema) }).openapi('Comparison'),
      handle: async ({ hub, params }) => {
        const version = await findVersion(hub.sql, params.versionId);
        const before = await findBefore(hub.sql, version);
        return { difference: before && difference(before, version) };
      },
    }),
  ],
};
