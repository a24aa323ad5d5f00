import type { Row } from './row.ts';

/** Prints the rows as a table for the terminal. */
export function printTable(rows: Row[]): void {
  const lines = rows.map((row) => [
    row.name,
    row.value === null ? 'not measured' : `${round(row.value)} ${row.unit}`,
    row.reference === null ? '' : `${round(row.reference)} ${row.unit}`,
    row.ratio === null ? '' : round(row.ratio),
    row.target,
    row.met === null ? '' : row.met ? 'met' : 'NOT MET',
  ]);
  const all = [['what', 'value', 'reference', 'ratio', 'target', ''], ...lines];
  const widths = (all[0] as string[]).map((_, column) =>
    Math.max(...all.map((line) => (line[column] ?? '').length)),
  );
  for (const [index, line] of all.entries()) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join('  ')
        .trimEnd(),
    );
    const note = rows[index - 1]?.note;
    if (note) console.log(`    ${note}`);
  }
}

/** Three figures that mean something. */
export const round = (figure: number) =>
  figure >= 100 ? figure.toFixed(0) : Number(figure.toPrecision(3)).toString();
