import { z } from '@hono/zod-openapi';
import { exportCsaf } from '../../advisory/export-csaf.ts';
import { importCsaf } from '../../advisory/import-csaf.ts';
import { languages } from '../../advisory/language.ts';
import { csafUpload } from './csaf-upload.ts';
import { id } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { toVersion, versionSchema } from './representation/version.ts';

export const csafDocument = z.looseObject({ document: z.looseObject({}) }).openapi('CsafDocument', {
  description: 'A document of the Common Security Advisory Framework 2.0.',
});

/** The file as it came: the verb reads it, and says what is wrong with it in CSAF's own words. */
const file = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .openapi('CsafFile', {
    type: 'object',
    description: 'A document of the Common Security Advisory Framework 2.0, of at most 20 MB.',
  });

/** CSAF in and out. */
export const csaf: Resource = {
  tag: 'CSAF',
  description: 'Documents of the Common Security Advisory Framework 2.0, in and out.',
  operations: [
    operation({
      method: 'post',
      path: '/imports/csaf',
      id: 'importCsaf',
      access: ['author'],
      summary: 'Make a draft of a CSAF document',
      description:
        'One of ours is the next version of its advisory; anyone else’s begins a new advisory of ours. Refused with every finding where the schema or a mandatory test fails.',
      body: file,
      raw: true,
      mayBeMissing: true,
      answer: z
        .strictObject({
          version: versionSchema,
          advice: z
            .array(
              z.strictObject({
                path: z.string(),
                message: z.string(),
                test: z.string().optional().openapi({ example: '6.2.1' }),
              }),
            )
            .openapi({ description: 'What its author should look at.' }),
        })
        .openapi('Imported'),
      location: ({ version }) => `/versions/${version.id}`,
      handle: async ({ hub, operatorId, body }) => {
        const { version, advice } = await importCsaf(hub, { document: body, operatorId });
        return { version: toVersion(version), advice };
      },
    }),
    csafUpload,
    operation({
      method: 'get',
      path: '/versions/{versionId}/csaf',
      id: 'exportCsaf',
      access: everyone,
      summary: 'A version as a CSAF document',
      description: 'AMBER+STRICT is refused: CSAF 2.0 has no word for it.',
      params: { versionId: id },
      query: { language: z.enum(languages).optional() },
      answer: csafDocument,
      handle: async ({ hub, params, query: { language } }) =>
        (await exportCsaf(hub, { ...params, ...(language && { language }) })) as never,
    }),
  ],
};
