import type { Sql } from '../../database/connect.ts';
import { type BadCells, badCell, note } from './bad-cell.ts';
import { bound } from './bound.ts';
import type { Header } from './header.ts';
import { readRecords } from './record.ts';
import { type Row, readRow } from './row.ts';
import type { Sheet } from './sheet.ts';

const batchSize = 2000;

/**
 * Reads a file into `import_rows`, a table of the transaction's own, where everything else is done set by set. The
 * promise is what is wrong with single cells; what is wrong between rows comes to `import_findings`.
 */
export async function stage(
  sql: Sql,
  sheet: Sheet,
  { text, header }: { text: string; header: Header },
): Promise<BadCells> {
  await setUp(sql);
  await createTables(sql);
  const bad: BadCells = { total: 0, shown: [] };
  const { mostRows = bound.rows } = sheet;
  let rows: Row[] = [];
  let count = -1;
  for await (const record of readRecords(text, header.delimiter)) {
    count += 1;
    if (count === 0) continue;
    if (count > mostRows) {
      note(bad, badCell(record.line, '', `A file holds at most ${mostRows} rows: split it.`));
      break;
    }
    if ('problem' in record) note(bad, badCell(record.line, '', record.problem));
    else
      rows.push(
        await examined(sheet, readRow({ sheet, header, bad }, record.line, record.cells), bad),
      );
    if (rows.length < batchSize) continue;
    await insert(sql, rows);
    rows = [];
  }
  if (count < 1) note(bad, badCell(1, '', 'The file has no rows.'));
  await insert(sql, rows);
  await sql`ANALYZE import_rows`;
  return bad;
}

async function examined(sheet: Sheet, row: Row, bad: BadCells): Promise<Row> {
  const flaw = row.bad ? null : await sheet.examine?.(row);
  if (!flaw) return row;
  const column = sheet.columns.find(({ field }) => field === flaw.field);
  note(bad, badCell(row.line, column?.header ?? '', flaw.message));
  return { ...row, bad: true };
}

/**
 * A hundred thousand rows at a time, in tables of which nothing was known a second ago: planned for a handful, a nested
 * loop would run for hours. Until the transaction ends.
 */
async function setUp(sql: Sql): Promise<void> {
  await sql`
    SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`;
}

async function createTables(sql: Sql): Promise<void> {
  await sql`
    CREATE TEMP TABLE import_rows (
      line int PRIMARY KEY, given_id int, label text, remove boolean NOT NULL, bad boolean NOT NULL,
      wanted jsonb NOT NULL, extra jsonb NOT NULL,
      /* Found by the sheet: the stored row that is meant, the organisation and the contact that it is of. */
      ref text, owner int, subject int, group_key text,
      action text, stored jsonb, changes jsonb
    ) ON COMMIT DROP`;
  await sql`
    CREATE TEMP TABLE import_findings (line int NOT NULL, field text NOT NULL, message text NOT NULL) ON COMMIT DROP`;
}

async function insert(sql: Sql, rows: Row[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    INSERT INTO import_rows (line, given_id, label, remove, bad, wanted, extra)
    SELECT * FROM jsonb_to_recordset(${sql.json(rows as never)})
      AS r(line int, id int, label text, remove boolean, bad boolean, wanted jsonb, extra jsonb)`;
}
