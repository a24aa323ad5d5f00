import type { BoardRow } from './board.ts';
import { newestOf } from './why-phone.ts';

/**
 * What one may look for on a board, each by how an organisation stands to the newest version that was meant for it.
 * `unreached`: no message arrived and none is on its way · `silent`: reached, and nobody has answered ·
 * `overdue`: a deadline passed without the answer · `call us`: it asked for a call · `acknowledged`: somebody answered ·
 * `owing`: a response was asked and has not come · `under way`: nobody of it was reached yet · `stopped`: its messages
 * were stopped.
 */
export const standings = [
  'unreached',
  'silent',
  'overdue',
  'call us',
  'acknowledged',
  'owing',
  'under way',
  'stopped',
] as const;
export type Standing = (typeof standings)[number];

/** Narrows a board's rows; what is empty narrows nothing. */
export type BoardFilter = { kind: string; sector: string; standing: string; search: string };

/** The rows that a filter means, in the board's order. A standing that does not exist is as none. */
export function filterRows(rows: BoardRow[], filter: BoardFilter): BoardRow[] {
  const standing = standings.find((each) => each === filter.standing);
  const search = filter.search.toLocaleLowerCase('nl');
  return rows.filter(
    (row) =>
      (filter.kind === '' || row.kind === filter.kind) &&
      (filter.sector === '' || row.sector === filter.sector) &&
      (search === '' || row.name.toLocaleLowerCase('nl').includes(search)) &&
      (standing === undefined || stands(row, standing)),
  );
}

function stands({ cells }: BoardRow, standing: Standing): boolean {
  const newest = newestOf(cells);
  if (!newest) return false;
  if (standing === 'overdue') return cells.some((cell) => cell?.overdue);
  if (standing === 'call us') return cells.some((cell) => cell?.choice === 'call us');
  if (standing === 'owing') return cells.some((cell) => cell?.owes);
  if (standing === 'silent') return newest.state === 'reached';
  if (standing === 'under way') return newest.state === 'open';
  return newest.state === standing;
}
