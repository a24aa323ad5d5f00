import { z } from '@hono/zod-openapi';
import { fileName } from '../../advisory/formats/csaf/canonical-url.ts';
import { importCsaf } from '../../advisory/import-csaf.ts';
import { operation } from './operation.ts';

const labels = ['white', 'green', 'amber', 'red'] as const;
/** The uploader's newer versions say TLP 2.0's word, which in a document of CSAF 2.0 is still WHITE. */
const words = ['csaf', 'clear', ...labels] as const;

const form = z
  .strictObject({
    csaf: z
      .custom<Uint8Array>((value) => value instanceof Uint8Array, 'Send the document as a file.')
      .openapi({
        type: 'string',
        format: 'binary',
        description: 'A document of the Common Security Advisory Framework 2.0, of at most 20 MB.',
      }),
    tlp: z
      .string()
      .toLowerCase()
      .pipe(z.enum(words, 'Say csaf, clear (or white), green, amber or red.'))
      .default('csaf')
      .openapi({
        type: 'string',
        enum: [...words],
        description: 'The label of the document, or `csaf` for whatever the document itself says.',
      }),
    signature: z.string().optional().openapi({ description: 'Not used; a warning says so.' }),
    passphrase: z.string().optional().openapi({ description: 'Not used; a warning says so.' }),
  })
  .openapi('CsafUpload');

const answer = z
  .strictObject({
    name: z.string().openapi({
      description: 'Under which name it will be served.',
      example: 'ncsc-2026-0001.json',
    }),
    release_date: z.iso.date().openapi({ description: 'The day in UTC.', example: '2026-11-28' }),
    warnings: z.array(z.string()).openapi({ description: 'What its author should look at.' }),
    errors: z.array(z.string()).openapi({ description: 'Empty: a mistake is refused as such.' }),
  })
  .openapi('CsafUploaded');

/** The form and the answer of csaf_distribution's uploader, so that what is built for that one can be pointed here. */
export const csafUpload = operation({
  method: 'post',
  path: '/csaf',
  id: 'uploadCsaf',
  access: ['author'],
  summary: 'Make a draft of a CSAF document, as the reference uploader sends it',
  description:
    'The same as `POST /imports/csaf` for whoever speaks the form of csaf_distribution: nothing is served before another person approved it.',
  body: form,
  consumes: 'multipart/form-data',
  mayBeMissing: true,
  repeatable: false,
  answer,
  handle: async ({ hub, operatorId, body: { csaf, tlp, signature, passphrase } }) => {
    const said = tlp === 'clear' ? 'white' : tlp;
    const label = labels.find((each) => each === said)?.toUpperCase() as 'WHITE' | undefined;
    const imported = await importCsaf(hub, { document: csaf, operatorId, ...(label && { label }) });
    const { version, document, advice } = imported;
    const isSealed = signature !== undefined || passphrase !== undefined;
    return {
      name: fileName(version.trackingId),
      release_date: new Date(document.document.tracking.current_release_date)
        .toISOString()
        .slice(0, 10),
      warnings: [
        `It is a draft now (version ${version.id}): it is served once somebody else approved it and it is published.`,
        ...(isSealed ? ['The hub signs what it serves with its own key.'] : []),
        ...advice.map(({ path, message }) => (path ? `${path}: ${message}` : message)),
      ],
      errors: [],
    };
  },
});
