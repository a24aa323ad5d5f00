import type { Finding } from '../../errors.ts';
import { bound } from './bound.ts';

/** One thing that is wrong in a file. `line` is where its record begins; `column` is the header, empty for the whole record. */
export type BadCell = Finding & { line: number; column: string };

/** The first bad cells and how many there are in all. */
export type BadCells = { total: number; shown: BadCell[] };

export function badCell(line: number, column: string, message: string): BadCell {
  return { path: column ? `line ${line}, ${column}` : `line ${line}`, line, column, message };
}

/** Adds to the count, and to what is shown while there is room. */
export function note(bad: BadCells, cell: BadCell): void {
  bad.total += 1;
  if (bad.shown.length < bound.findings) bad.shown.push(cell);
}

/** A cell as it may be repeated in a message. */
export const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
