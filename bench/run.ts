import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureBoard } from './board-rows.ts';
import { measureDispatchers } from './dispatcher-rows.ts';
import { measureExpansion } from './expand-rows.ts';
import { measureGrowth } from './growth-rows.ts';
import { measureHttp } from './http-rows.ts';
import { measureIdle } from './idle-rows.ts';
import { measureMail } from './mail-rows.ts';
import type { Options } from './options.ts';
import type { Row } from './row.ts';
import { printTable } from './table.ts';
import { measureUrgent } from './urgent-rows.ts';
import { writeResults } from './write-results.ts';

/** The measurements, by the name that `--only` takes. */
const measurements: Record<string, (options: Options) => Promise<Row[]>> = {
  mail: measureMail,
  dispatchers: measureDispatchers,
  growth: measureGrowth,
  expand: measureExpansion,
  urgent: measureUrgent,
  http: measureHttp,
  board: measureBoard,
  idle: measureIdle,
};
const file = new URL('./results.json', import.meta.url);

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(measurements).join(',') },
    runs: { type: 'string', default: '5' },
    mails: { type: 'string', default: '10000' },
    rows: { type: 'string', default: '1000000' },
    queued: { type: 'string', default: '1000000' },
    publications: { type: 'string', default: '20' },
    requests: { type: 'string', default: '5000' },
    organisations: { type: 'string', default: '10000' },
  },
});
const { only, ...sizes } = values;
const options = Object.fromEntries(
  Object.entries(sizes).map(([name, size]) => [name, Number(size)]),
) as Options;

const rows: Row[] = [];
for (const name of only.split(',')) {
  const measure = measurements[name];
  if (!measure)
    throw new Error(`There is no measurement "${name}": ${Object.keys(measurements).join(', ')}.`);
  console.error(`measuring: ${name} …`);
  rows.push(...(await measure(options)));
}
printTable(rows);
const command = ['npm run bench', ...process.argv.slice(2)]
  .join(' ')
  .replace('bench --', 'bench -- --');
for (const row of rows) row.measured = { command, on: new Date().toISOString().slice(0, 10) };

// A part of the table leaves the other rows as they were measured last.
const whole = only.split(',').length === Object.keys(measurements).length;
const before: Row[] = whole ? [] : JSON.parse(await readFile(file, 'utf8').catch(() => '[]'));
const kept = before.filter(
  (row) => !rows.some(({ name, target }) => name === row.name && target === row.target),
);
await writeFile(file, `${JSON.stringify([...kept, ...rows], null, 2)}\n`);
await writeResults(new URL('./RESULTS.md', import.meta.url), [...kept, ...rows]);
// Targets that are not met are figures; a row that this machine could not measure is a failure.
if (rows.some((row) => row.value === null && row.met === false)) process.exitCode = 1;
