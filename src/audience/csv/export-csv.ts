import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { record } from '../../audit.ts';
import type { Hub } from '../../hub.ts';
import { requireRole } from '../../operator/operator.ts';
import { parse } from '../../parse.ts';
import { protect } from './cell.ts';
import { columnsOf } from './header.ts';
import { csvKinds } from './kind.ts';
import { showFields } from './outcome.ts';
import type { Sheet } from './sheet.ts';
import { sheets } from './sheets.ts';

const schema = z.strictObject({
  kind: z.enum(csvKinds),
  /** Spreadsheets that speak Dutch expect a semicolon. */
  delimiter: z.enum([',', ';']).default(','),
  operatorId: z.int().positive(),
});

type Stored = { id: number; fields: Record<string, unknown> };

/**
 * Everything of one kind as CSV (RFC 4180, UTF-8 with byte order mark), in pieces of a thousand rows. Imported again as it
 * is, it changes nothing; no cell of it is a formula.
 * @throws HubError forbidden, before the first piece
 */
export async function exportCsv(
  hub: Hub,
  input: z.input<typeof schema>,
): Promise<AsyncGenerator<string>> {
  const { kind, delimiter, operatorId } = parse(schema, input);
  await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['administrator', 'auditor']);
    await record(sql, { actor: `operator:${operatorId}`, action: 'export', object: kind });
  });
  return pieces(hub, sheets[kind], delimiter);
}

async function* pieces({ sql }: Hub, sheet: Sheet, delimiter: string): AsyncGenerator<string> {
  const print = (rows: string[][]) =>
    stringify(rows, { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
  const headers = columnsOf(sheet).map(({ header }) => header);
  yield `\uFEFF${print([headers])}`;
  const rows = sql<Stored[]>`
    SELECT id, fields FROM (${sheet.stored(sql)}) s ORDER BY ${sheet.order(sql)}`;
  for await (const piece of rows.cursor(1000)) yield print(piece.map((row) => cellsOf(sheet, row)));
}

function cellsOf(sheet: Sheet, { id, fields }: Stored): string[] {
  const shown = showFields(sheet, fields);
  return [String(id), ...sheet.columns.map(({ header }) => protect(shown[header] ?? '')), ''];
}
