import { z } from '@hono/zod-openapi';
import { applyImport } from '../../audience/csv/apply-import.ts';
import { exportCsv } from '../../audience/csv/export-csv.ts';
import { csvKinds } from '../../audience/csv/kind.ts';
import { previewImport } from '../../audience/csv/preview-import.ts';
import { csvStream } from '../csv-stream.ts';
import { id, reference } from './field.ts';
import { operation, type Resource } from './operation.ts';

const kind = z.enum(csvKinds);
const count = z.int().min(0);
const counts = z
  .strictObject({ added: count, changed: count, removed: count, unchanged: count })
  .openapi('ImportCounts');
const cells = z.record(z.string(), z.string()).openapi({ description: 'Cells by header.' });
const badCell = z
  .strictObject({ path: z.string(), line: count, column: z.string(), message: z.string() })
  .openapi('BadCell');
const preview = z
  .strictObject({
    importId: reference.nullable().openapi({ description: 'Null where there are bad cells.' }),
    digest: z.string().openapi({ description: 'Of the outcome: send it with the application.' }),
    counts,
    examples: z.array(
      z
        .strictObject({
          line: count,
          action: z.enum(['added', 'changed', 'removed', 'unchanged']),
          cells,
          before: cells,
        })
        .openapi('ImportExample'),
    ),
    bad: z
      .strictObject({ total: count, shown: z.array(badCell) })
      .openapi('BadCells', { description: 'The first hundred, and how many there are.' }),
  })
  .openapi('ImportPreview');
/** As the framework hands it over: the bytes of the body. */
const file = z
  .custom<Uint8Array>((value) => value instanceof Uint8Array)
  .openapi({ type: 'string', format: 'binary', description: 'UTF-8, with commas or semicolons.' });
const text = z
  .custom<ReadableStream>((value) => value instanceof ReadableStream)
  .openapi({ type: 'string' });

/** Organisations, contacts, addresses, encryption keys and software use as CSV: in, after a preview, and out. */
export const csvExchange: Resource = {
  tag: 'CSV',
  description:
    'Organisations, contacts, addresses, encryption keys and software use as CSV, in and out.',
  operations: [
    operation({
      method: 'post',
      path: '/csv-imports',
      id: 'previewCsvImport',
      access: ['administrator'],
      summary: 'Show what a CSV file would change; nothing is changed',
      description:
        'At most 20,000,000 bytes and 100,000 rows. Every bad row is named by line and column.',
      query: { kind },
      consumes: 'text/csv',
      body: file,
      answer: preview,
      repeatable: false,
      handle: async ({ hub, operatorId, query, body }) =>
        previewImport(hub, { ...query, csv: body, operatorId }),
    }),
    operation({
      method: 'post',
      path: '/csv-imports/{importId}/application',
      id: 'applyCsvImport',
      access: ['administrator'],
      summary: 'Do what a preview showed, all of it or nothing',
      description: '409 where the outcome would be another by now.',
      params: { importId: id },
      body: z.strictObject({ digest: z.string().min(1).max(100) }).openapi('ImportApplication'),
      answer: z.strictObject({ importId: reference, counts }).openapi('AppliedImport'),
      handle: async ({ hub, operatorId, params, body }) =>
        applyImport(hub, { ...params, ...body, operatorId }),
    }),
    operation({
      method: 'get',
      path: '/csv-exports/{kind}',
      id: 'exportCsv',
      access: ['administrator', 'auditor'],
      summary: 'Everything of one kind as CSV',
      description: 'Imported again as it is, it changes nothing. No cell of it is a formula.',
      params: { kind },
      query: { delimiter: z.enum([',', ';']).optional() },
      produces: 'text/csv',
      answer: text,
      handle: async ({ hub, operatorId, params, query }) =>
        csvStream(await exportCsv(hub, { ...params, ...query, operatorId })),
    }),
  ],
};
