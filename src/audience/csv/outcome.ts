import type { Sql } from '../../database/connect.ts';
import { type BadCells, badCell } from './bad-cell.ts';
import { bound } from './bound.ts';
import { columnsOf } from './header.ts';
import type { Sheet } from './sheet.ts';

export type Action = 'added' | 'changed' | 'removed' | 'unchanged';
/** Rows of the file by what becomes of them. */
export type Counts = Record<Action, number>;
/** A row as people read it: its cells by header, and of those that change what stood there. */
export type Example = {
  line: number;
  action: Action;
  cells: Record<string, string>;
  before: Record<string, string>;
};

/** How many rows each action has, and a digest of the whole outcome: equal digests, equal effects. */
export async function countActions(sql: Sql): Promise<{ counts: Counts; digest: string }> {
  const [row] = await sql<[Counts & { digest: string }]>`
    SELECT count(*) FILTER (WHERE action = 'added')::int AS added,
           count(*) FILTER (WHERE action = 'changed')::int AS changed,
           count(*) FILTER (WHERE action = 'removed')::int AS removed,
           count(*) FILTER (WHERE action = 'unchanged')::int AS unchanged,
           encode(sha256(convert_to(coalesce(string_agg(
             concat_ws(' ', line, action, ref, owner, subject, changes,
                       CASE WHEN action = 'added' THEN wanted || extra END), E'\n' ORDER BY line), ''), 'UTF8')), 'hex') AS digest
    FROM import_rows`;
  const { digest, ...counts } = row;
  return { counts, digest };
}

/** The first rows of each action that does something, in the order of the file. */
export async function listExamples(sql: Sql, sheet: Sheet): Promise<Example[]> {
  type Staged = Pick<Example, 'line' | 'action'> & {
    fields: Record<string, unknown>;
    changes: Record<string, [unknown, unknown]> | null;
  };
  const rows = await sql<Staged[]>`
    SELECT line, action, coalesce(stored, '{}') || extra || wanted AS fields, changes
    FROM (SELECT *, row_number() OVER (PARTITION BY action ORDER BY line) AS nth
          FROM import_rows WHERE action <> 'unchanged') r
    WHERE nth <= ${bound.examples} ORDER BY line`;
  const short = { columns: sheet.columns.filter(({ bulky }) => !bulky) };
  return rows.map(({ line, action, fields, changes }) => {
    const before = Object.entries(changes ?? {}).map(([field, [old]]) => [field, old]);
    return {
      line,
      action,
      cells: showFields(short, fields),
      before: showFields(short, Object.fromEntries(before)),
    };
  });
}

/** Field by field as a cell would say it, under the headers; what no column shows is left out. */
export function showFields(
  { columns }: Pick<Sheet, 'columns'>,
  fields: Record<string, unknown>,
): Record<string, string> {
  const shown = columns
    .filter(({ field }) => field in fields)
    .map(({ header, field, show }) => {
      const value = fields[field];
      return [header, value === null ? '' : (show?.(value as never) ?? String(value))];
    });
  return Object.fromEntries(shown);
}

/** What is wrong with the cells and between the rows, by line. */
export async function listBadCells(sql: Sql, sheet: Sheet, cells: BadCells): Promise<BadCells> {
  type Found = { line: number; field: string; message: string };
  const [counted] = await sql<
    [{ total: number }]
  >`SELECT count(*)::int AS total FROM import_findings`;
  const found = await sql<Found[]>`
    SELECT line, field, message FROM import_findings ORDER BY line, field LIMIT ${bound.findings}`;
  const headers = new Map(columnsOf(sheet).map(({ field, header }) => [field, header]));
  const between = found.map(({ line, field, message }) =>
    badCell(line, headers.get(field) ?? '', message),
  );
  const shown = [...cells.shown, ...between].toSorted((a, b) => a.line - b.line);
  return { total: cells.total + counted.total, shown: shown.slice(0, bound.findings) };
}
