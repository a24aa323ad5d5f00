import { z } from 'zod';
import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { parse } from '../../parse.ts';
import { asAdministrator } from '../as-administrator.ts';
import { csvSchema } from './decode.ts';
import { csvKinds } from './kind.ts';
import type { Counts } from './outcome.ts';
import { type Plan, plan } from './plan.ts';
import type { Sheet } from './sheet.ts';
import { sheets } from './sheets.ts';
import { keepUpload, noteApplied, takeUpload } from './upload.ts';

const common = { digest: z.string().max(100), operatorId: z.int().positive() };
const schema = z.union([
  z.strictObject({ importId: z.int().positive(), ...common }),
  z.strictObject({
    kind: z.enum(csvKinds),
    csv: csvSchema,
    ...common,
  }),
]);

export type AppliedImport = { importId: number; counts: Counts };

/**
 * Does what a preview showed, all of it or nothing. `digest` is the preview's; whether the bytes are the kept ones
 * (`importId`) or come again (`csv`), the outcome has to be the one that was shown.
 * @throws HubError forbidden | invalid | too_large | gone; conflict where the outcome would be another by now
 */
export async function applyImport(hub: Hub, input: z.input<typeof schema>): Promise<AppliedImport> {
  const { operatorId, digest, ...what } = parse(schema, input);
  return asAdministrator(hub, operatorId, async (sql) => {
    const {
      id: kept,
      kind,
      content,
    } = 'importId' in what
      ? await takeUpload(sql, { importId: what.importId, operatorId })
      : { id: null, kind: what.kind, content: what.csv };
    const sheet = sheets[kind];
    const planned = await plan(sql, sheet, { csv: content, lock: () => lock(sql, sheet) });
    requireSame(planned, digest);
    await sheet.apply(sql, planned.says);
    const { counts } = planned;
    const id = kept ?? (await keepUpload(sql, { operatorId, kind, digest, counts }, ''));
    await noteApplied(sql, id);
    const detail = { kind, digest, ...counts };
    return {
      value: { importId: id, counts },
      entry: { action: 'import', object: `import:${id}`, detail },
    };
  });
}

/**
 * Holds writers off while the outcome is compared and carried out. Readers go on, and so does the fan-out: it only locks
 * rows of these tables as keys, which passes beside these modes.
 */
async function lock(sql: Sql, { tables }: Sheet): Promise<void> {
  await sql`SELECT set_config('lock_timeout', '20s', true)`;
  try {
    for (const table of tables.written)
      await sql`LOCK TABLE ${sql(table)} IN SHARE ROW EXCLUSIVE MODE`;
    for (const table of tables.read) await sql`LOCK TABLE ${sql(table)} IN SHARE MODE`;
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new HubError(
      'conflict',
      'Someone else is changing these for long: try again in a while.',
    );
  }
}

function requireSame({ digest, bad }: Plan, seen: string): void {
  if (bad.total > 0)
    throw new HubError(
      'invalid',
      `The file has ${bad.total} mistakes: correct them all, for nothing was imported.`,
      bad.shown,
    );
  if (digest !== seen)
    throw new HubError(
      'conflict',
      'Since you looked, something changed of what this file is about: look at the preview again.',
    );
}
