import type { Board, BoardRow } from './board.ts';
import { type CellState, cellStates } from './cell.ts';
import { type Choice, choices } from './choice.ts';

/** How many organisations of one group stand how, to one version. */
export type Coverage = Record<CellState, number> & {
  audience: number;
  /** Reached, whether they answered or not. */
  heard: number;
  choices: Record<Choice, number>;
  /** Asked for a response: who gave one and who has not. */
  responded: number;
  owing: number;
};

export type Group = { name: string; columns: Coverage[] };

/** Totals of a board per kind or per sector of organisation, in the board's order, and over all of it. */
export function coverageOf(
  board: Board,
  by: 'kind' | 'sector',
): { groups: Group[]; total: Coverage[] } {
  const groups = new Map<string, Coverage[]>();
  const total = board.columns.map(nothing);
  for (const row of board.rows) {
    const name = row[by] ?? '';
    const columns = groups.get(name) ?? board.columns.map(nothing);
    groups.set(name, columns);
    add(columns, row);
    add(total, row);
  }
  return { groups: [...groups].map(([name, columns]) => ({ name, columns })), total };
}

const zero = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

const nothing = (): Coverage => ({
  ...zero(cellStates),
  audience: 0,
  heard: 0,
  choices: zero(choices),
  responded: 0,
  owing: 0,
});

function add(columns: Coverage[], { cells }: BoardRow) {
  for (const [index, cell] of cells.entries()) {
    const column = columns[index];
    if (!cell || !column) continue;
    column.audience++;
    column[cell.state]++;
    if (cell.state === 'reached' || cell.state === 'acknowledged') column.heard++;
    if (cell.choice) column.choices[cell.choice]++;
    if (cell.response) column.responded++;
    if (cell.owes) column.owing++;
  }
}
