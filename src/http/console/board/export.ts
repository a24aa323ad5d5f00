import { stringify } from 'csv-stringify/sync';
import type { Context } from 'hono';
import { type Board, type BoardRow, findBoard } from '../../../acknowledgement/board.ts';
import { filterRows } from '../../../acknowledgement/board-filter.ts';
import { findAdvisory } from '../../../advisory/advisory.ts';
import { formatOrdinal } from '../../../advisory/ordinal.ts';
import { tagOf } from '../../api/entity-tag.ts';
import { sendRead } from '../../api/send-read.ts';
import type { CallerEnv } from '../../caller.ts';
import { readFilter } from './board.tsx';

/** The board as a spreadsheet takes it: a row per organisation, three columns per version. */
export async function exportCsv(c: Context<CallerEnv>) {
  const { board, rows } = await findRows(c);
  const heads = board.columns.flatMap((column) =>
    ['state', 'choice', 'response'].map((what) => `${nameOf(column)} ${what}`),
  );
  const text = stringify(
    rows.map(({ organisationId, name, kind, sector, cells }) => [
      organisationId,
      name,
      kind,
      sector,
      ...cells.flatMap((cell) => [cell?.state, cell?.choice, cell?.response]),
    ]),
    {
      header: true,
      columns: ['organisation id', 'organisation', 'kind', 'sector', ...heads].map(
        (header, key) => ({
          key: String(key),
          header,
        }),
      ),
      // A name that starts with `=` must not be run by whoever opens the file.
      escape_formulas: true,
      bom: true,
    },
  );
  return send(c, board, { ending: 'csv', type: 'text/csv; charset=utf-8', text });
}

/** The same for a program. */
export async function exportJson(c: Context<CallerEnv>) {
  const { board, rows } = await findRows(c);
  const { trackingId, columns } = board;
  const text = JSON.stringify({
    trackingId,
    versions: columns.map((column) => nameOf(column)),
    organisations: rows,
  });
  return send(c, board, { ending: 'json', type: 'application/json', text });
}

async function findRows(c: Context<CallerEnv>): Promise<{ board: Board; rows: BoardRow[] }> {
  const hub = c.get('hub');
  const advisory = await findAdvisory(hub.sql, c.req.param('trackingId') ?? '');
  const board = await findBoard(hub, { advisoryId: advisory.id });
  return { board, rows: filterRows(board.rows, readFilter(c)) };
}

const nameOf = ({ ordinal, withdrawal }: Board['columns'][number]) =>
  formatOrdinal(ordinal) + (withdrawal ? ' withdrawn' : '');

type File = { ending: string; type: string; text: string };

/** Small, and not again to who has it; a tracking id has no character that a header would have to escape. */
function send(c: Context<CallerEnv>, { trackingId }: Board, { ending, type, text }: File) {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${trackingId}-board.${ending}"`,
    ETag: tagOf(text),
  };
  return sendRead(c, { headers, body: text });
}
