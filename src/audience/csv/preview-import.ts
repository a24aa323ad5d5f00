import { z } from 'zod';
import { record } from '../../audit.ts';
import type { Hub } from '../../hub.ts';
import { requireRole } from '../../operator/operator.ts';
import { parse } from '../../parse.ts';
import type { BadCells } from './bad-cell.ts';
import { csvSchema } from './decode.ts';
import { csvKinds } from './kind.ts';
import { type Counts, type Example, listExamples } from './outcome.ts';
import { plan } from './plan.ts';
import { sheets } from './sheets.ts';
import { keepUpload } from './upload.ts';

const schema = z.strictObject({
  kind: z.enum(csvKinds),
  csv: csvSchema,
  operatorId: z.int().positive(),
  /** Keep the upload, so that it can be applied without being sent again. */
  keep: z.boolean().default(true),
});

/** What a file would do, if it were applied now. */
export type ImportPreview = {
  /** What `applyImport` takes; null where there are bad cells, or the upload was not kept. */
  importId: number | null;
  /** Of the outcome: an apply that would do anything else is refused. */
  digest: string;
  counts: Counts;
  /** Some rows of each action. */
  examples: Example[];
  bad: BadCells;
};

/**
 * Shows what a CSV file would add, change and remove, and everything that is wrong with it; nothing is stored but the
 * upload itself.
 * @throws HubError forbidden; too_large; invalid where it is no CSV of this kind at all
 */
export async function previewImport(
  hub: Hub,
  input: z.input<typeof schema>,
): Promise<ImportPreview> {
  const { kind, csv, operatorId, keep } = parse(schema, input);
  return hub.sql.begin('isolation level repeatable read', async (sql) => {
    await requireRole(sql, operatorId, ['administrator']);
    const { counts, digest, bad } = await plan(sql, sheets[kind], { csv });
    const examples = await listExamples(sql, sheets[kind]);
    if (!keep || bad.total > 0) return { importId: null, digest, counts, examples, bad };
    const importId = await keepUpload(sql, { operatorId, kind, digest, counts }, csv);
    await record(sql, {
      actor: `operator:${operatorId}`,
      action: 'preview import',
      object: `import:${importId}`,
      detail: { kind, digest, ...counts },
    });
    return { importId, digest, counts, examples, bad };
  });
}
