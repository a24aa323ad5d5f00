import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { readCsaf } from '../advisory/formats/csaf/read-csaf.ts';
import { importCsaf } from '../advisory/import-csaf.ts';
import { nameOf } from '../advisory/version.ts';
import { applyImport } from '../audience/csv/apply-import.ts';
import { type CsvKind, csvKinds } from '../audience/csv/kind.ts';
import { type ImportPreview, previewImport } from '../audience/csv/preview-import.ts';
import type { Config } from '../config.ts';
import { type Finding, HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { findActing } from './acting.ts';
import { createBar } from './bar.ts';
import { exitCodes, UsageError } from './exit-code.ts';
import { linesOf } from './import-lines.ts';
import { answer, withHub } from './run.ts';

export type ImportOptions = {
  as: string;
  kind?: string;
  dryRun?: boolean;
  json?: boolean;
};

/** What became of one file: a draft, rows, or a refusal with everything that is wrong. */
export type FileOutcome = {
  file: string;
  result: 'imported' | 'checked' | 'refused';
  version?: string;
  preview?: Pick<ImportPreview, 'counts' | 'examples'>;
  message?: string;
  findings?: Finding[];
  /** How many there are, where `findings` shows only the first. */
  total?: number;
};

type Work = { hub: Hub; operatorId: number; kind: CsvKind | undefined; dryRun: boolean };

/**
 * Imports files one after another, each all or nothing: CSAF by `.json`, CSV by `.csv` with its kind. One that is refused
 * does not keep the next from being tried; then the exit code is 1.
 */
export async function importFiles(
  config: Config,
  files: string[],
  options: ImportOptions,
): Promise<void> {
  const kind = readKind(files, options.kind);
  const outcomes = await withHub(config, async (hub) => {
    const { id: operatorId } = await findActing(hub, options.as);
    const work = { hub, operatorId, kind, dryRun: options.dryRun ?? false };
    const bar = createBar('files');
    const done: FileOutcome[] = [];
    for (const file of files) {
      bar.update(done.length, files.length, basename(file));
      done.push(await importFile(work, file));
    }
    bar.update(done.length, files.length);
    bar.stop();
    return done;
  });
  answer(outcomes, options, outcomes.flatMap(linesOf));
  if (outcomes.some(({ result }) => result === 'refused')) process.exitCode = exitCodes.refused;
}

function readKind(files: string[], given: string | undefined): CsvKind | undefined {
  const strange = files.find((file) => !['.json', '.csv'].includes(extname(file).toLowerCase()));
  if (strange)
    throw new UsageError(
      `${strange}: CSAF documents end in .json, tables in .csv; this is neither.`,
    );
  const kind = csvKinds.find((one) => one === given);
  if (!kind && files.some(isCsv))
    throw new UsageError(`--kind: a table is one of ${csvKinds.join(', ')}.`);
  return kind;
}

const isCsv = (file: string) => extname(file).toLowerCase() === '.csv';

async function importFile(work: Work, file: string): Promise<FileOutcome> {
  try {
    const bytes = await readFile(file);
    return {
      file,
      ...(await (isCsv(file) ? importTable(work, bytes) : importDocument(work, bytes))),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall)
      return {
        file,
        result: 'refused',
        message: `cannot be read (${(error as NodeJS.ErrnoException).code})`,
      };
    if (!(error instanceof HubError)) throw error;
    const { message, findings } = error;
    return { file, result: 'refused', message, findings };
  }
}

async function importDocument({ hub, operatorId, dryRun }: Work, document: Uint8Array) {
  if (dryRun) {
    await requireRole(hub.sql, operatorId, ['author']);
    const { advice } = await readCsaf(document);
    return { result: 'checked', findings: advice } as const;
  }
  const { version, advice } = await importCsaf(hub, { document, operatorId });
  return { result: 'imported', version: nameOf(version), findings: advice } as const;
}

async function importTable({ hub, operatorId, kind, dryRun }: Work, csv: Uint8Array) {
  const input = { kind: kind as CsvKind, csv, operatorId };
  const { bad, digest, counts, examples } = await previewImport(hub, { ...input, keep: false });
  if (bad.total > 0) {
    const message = `has ${bad.total} mistakes; nothing was imported`;
    return { result: 'refused', message, findings: bad.shown, total: bad.total } as const;
  }
  if (!dryRun) await applyImport(hub, { ...input, digest });
  return { result: dryRun ? 'checked' : 'imported', preview: { counts, examples } } as const;
}
