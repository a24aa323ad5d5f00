import { type BadCells, badCell, note, shorten } from './bad-cell.ts';
import { unprotect } from './cell.ts';
import { type Column, readYesNo } from './column.ts';
import type { Header } from './header.ts';
import type { Sheet } from './sheet.ts';

/** One row as it is staged. `wanted` is compared with what is stored; `extra` is what only says which row is meant. */
export type Row = {
  line: number;
  id: number | null;
  label: string | null;
  remove: boolean;
  /** It has a bad cell: others may refer to its name, nothing else is done with it. */
  bad: boolean;
  wanted: Record<string, unknown>;
  extra: Record<string, unknown>;
};

type Cell = { column: Column; text: string };
type Reader = { sheet: Sheet; header: Header; bad: BadCells };

/**
 * Reads one record. An empty cell means empty; where a new row would get a default (`language`), a row that is there
 * already keeps what it has.
 */
export function readRow(reader: Reader, line: number, cells: string[]): Row {
  const { sheet, header, bad } = reader;
  const before = bad.total;
  checkLength(reader, line, cells);
  const given = header.columns.map(
    (column, index): Cell => ({ column, text: unprotect((cells[index] ?? '').trim()).trim() }),
  );
  const id = readId(reader, line, given);
  const remove = readRemove(reader, line, given);
  const fields = given.filter(({ column }) => !['id', 'remove'].includes(column.field));
  const values = readFields(reader, line, fields);
  const { wanted, extra } = sort(sheet, fields, values);
  return { line, ...id, remove, bad: bad.total > before, wanted, extra };
}

function checkLength({ header, bad }: Reader, line: number, cells: string[]): void {
  const wide = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const expected = header.columns.length;
  if (cells.length >= expected && wide <= expected) return;
  note(bad, badCell(line, '', `This record has ${cells.length} cells, the header ${expected}.`));
}

function readId({ sheet, bad }: Reader, line: number, given: Cell[]) {
  const text = given.find(({ column }) => column.field === 'id')?.text ?? '';
  if (text === '') return { id: null, label: null };
  if (/^[1-9]\d{0,8}$/.test(text)) return { id: Number(text), label: null };
  if (sheet.labels && text.length <= 100) return { id: null, label: text };
  note(
    bad,
    badCell(line, 'id', `must be a number that this hub gave, or empty (it is "${shorten(text)}")`),
  );
  return { id: null, label: null };
}

function readRemove({ bad }: Reader, line: number, given: Cell[]): boolean {
  const text = given.find(({ column }) => column.field === 'remove')?.text ?? '';
  const read = text === '' ? false : readYesNo(text);
  if (typeof read === 'boolean') return read;
  note(bad, badCell(line, 'remove', `must be yes or no (it is "${shorten(text)}")`));
  return false;
}

/** What the schema makes of the cells; the cells themselves where it refuses them. */
function readFields({ sheet, bad }: Reader, line: number, fields: Cell[]) {
  const typed = Object.fromEntries(
    fields
      .filter(({ text }) => text !== '')
      .map(({ column, text }) => [column.field, column.read?.(text) ?? text]),
  );
  const read = sheet.schema.safeParse(typed);
  if (read.success) return read.data as Record<string, unknown>;
  const seen = new Set<unknown>();
  for (const { path, code, message } of read.error.issues) {
    const cell = fields.find(({ column }) => column.field === path[0]);
    if (!cell || seen.has(path[0])) continue;
    seen.add(path[0]);
    const { column, text } = cell;
    const must = `must be ${column.mustBe}`;
    const problem = text === '' ? `is empty: it ${must}` : `${must} (it is "${shorten(text)}")`;
    note(bad, badCell(line, column.header, code === 'custom' ? message : problem));
  }
  return typed;
}

function sort(sheet: Sheet, fields: Cell[], values: Record<string, unknown>) {
  const wanted: Row['wanted'] = {};
  const extra: Row['extra'] = {};
  for (const { column, text } of fields) {
    const { field, identity } = column;
    if (identity) extra[field] = values[field] ?? null;
    else if (text !== '' || !hasDefault(sheet, field)) wanted[field] = values[field] ?? null;
  }
  return { wanted, extra: { ...extra, ...sheet.derive?.(values) } };
}

const hasDefault = (sheet: Sheet, field: string) => defaultOf(sheet, field) !== undefined;

/** What the schema gives a row that says nothing of this field; undefined where that is nothing. */
export function defaultOf({ schema }: Sheet, field: string): unknown {
  const read = schema.shape[field]?.safeParse(undefined);
  return read?.success ? read.data : undefined;
}
