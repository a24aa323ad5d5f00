import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import type { Row } from './row.ts';
import { round } from './table.ts';

/** Writes the table as people read it, beside results.json: every row with the command and the day of its measurement. */
export async function writeResults(file: URL, rows: Row[]): Promise<void> {
  const cell = (figure: number | null, unit: string) =>
    figure === null ? '' : `${round(figure)} ${unit}`;
  const verdict = ({ met }: Row) => (met === null ? '' : met ? 'met' : '**not met**');
  const runs = [...new Set(rows.map(runOf))].sort();
  const lines = rows.map((row) =>
    [
      row.note ? `${row.name}<br><small>${row.note}</small>` : row.name,
      row.value === null ? 'not measured' : cell(row.value, row.unit),
      cell(row.reference, row.unit),
      row.ratio === null ? '' : round(row.ratio),
      row.target,
      verdict(row),
      String(1 + runs.indexOf(runOf(row))),
    ].join(' | '),
  );
  const text = `# Results

Written by the bench from \`results.json\`; do not edit. Medians; a ratio is the median of the runs' own ratios, since
what a busy moment does to one it does to the other beside it. On ${cpus().length} cores, ${cpus()[0]?.model.trim()}, with the database, the
servers and the load on the same cores.

| what | value | reference | ratio | target | | run |
| --- | --- | --- | --- | --- | --- | --- |
${lines.map((line) => `| ${line} |`).join('\n')}

${runs.map((run, index) => `${index + 1}. ${run}`).join('\n')}
`;
  await writeFile(file, text);
}

/** Rows of before the bench kept this have neither. */
const runOf = ({ measured }: Row) =>
  measured
    ? `${measured.on}: \`${measured.command}\``
    : 'before commands were kept: `npm run bench`';
