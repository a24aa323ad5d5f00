import { parse } from 'csv-parse/sync';
import { HubError } from '../../errors.ts';
import { type BadCell, badCell, shorten } from './bad-cell.ts';
import { bound } from './bound.ts';
import type { Column } from './column.ts';
import type { Sheet } from './sheet.ts';

/** What the first line of a file says: how cells are separated, and which column each cell is of. */
export type Header = { delimiter: string; columns: Column[] };

const id: Column = {
  header: 'id',
  field: 'id',
  meaning: 'the number that this hub gave it; an export fills it',
  mustBe: 'a number that this hub gave, or empty',
};
const remove: Column = {
  header: 'remove',
  field: 'remove',
  meaning: 'yes where the row is to be removed; nothing else removes anything',
  mustBe: 'yes or no',
};

/** Every column that a file of this sheet may have, in the order of an export. */
export function columnsOf({ columns }: Sheet): Column[] {
  return [id, ...columns, remove];
}

const plain = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/**
 * Reads the first line; semicolon, comma or tab, whichever shows the most columns that we know.
 * @throws HubError invalid: unknown, missing and double columns, by name
 */
export function readHeader(text: string, sheet: Sheet): Header {
  const end = text.indexOf('\n');
  const line = text.slice(0, Math.min(end < 0 ? text.length : end, bound.record)).trimEnd();
  if (line === '') throw refused([badCell(1, '', 'The file has no header.')]);
  if (line.length === bound.record)
    throw refused([
      badCell(
        1,
        '',
        `The header is longer than ${bound.record} characters: is this the right file?`,
      ),
    ]);
  const known = new Map(columnsOf(sheet).map((column) => [plain(column.header), column]));
  const score = (delimiter: string) =>
    cellsOf(line, delimiter).filter((cell) => known.has(plain(cell))).length;
  const [delimiter = ','] = [';', ',', '\t'].toSorted((a, b) => score(b) - score(a));
  const all = cellsOf(line, delimiter);
  // Spreadsheets write empty columns at the end of every line.
  const cells = all.slice(0, all.findLastIndex((cell) => cell.trim() !== '') + 1);
  const bad = check(cells, known);
  if (bad.length > 0) throw refused(bad);
  return { delimiter, columns: cells.map((cell) => known.get(plain(cell)) as Column) };
}

function check(cells: string[], known: Map<string, Column>): BadCell[] {
  const names = cells.map(plain);
  const headers = [...known.values()].map(({ header }) => header).join(', ');
  const unknown = cells
    .filter((cell) => !known.has(plain(cell)))
    .map((cell) =>
      badCell(1, shorten(cell), `There is no such column; a file may have: ${headers}.`),
    );
  const double = cells
    .filter((cell, index) => known.has(plain(cell)) && names.indexOf(plain(cell)) !== index)
    .map((cell) => badCell(1, shorten(cell), 'This column stands in the file twice.'));
  const missing = [...known]
    .filter(([name, { required }]) => required && !names.includes(name))
    .map(([, { header }]) => badCell(1, header, 'This column is missing.'));
  return [...unknown.slice(0, 20), ...double.slice(0, 20), ...missing];
}

/** No cell where the line cannot be cut so: a quote that does not fit. */
function cellsOf(line: string, delimiter: string): string[] {
  try {
    return parse(line, { delimiter, relax_column_count: true })[0] ?? [];
  } catch {
    return [line];
  }
}

function refused(bad: BadCell[]): HubError {
  return new HubError(
    'invalid',
    'The first line of the file has to name its columns: correct it.',
    bad,
  );
}
