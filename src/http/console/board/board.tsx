import type { Context } from 'hono';
import { BoardPage, pageSize } from '../../../../templates/console/board/board-page.tsx';
import type { Filled } from '../../../../templates/console/filled.ts';
import { findBoard } from '../../../acknowledgement/board.ts';
import { type BoardFilter, filterRows } from '../../../acknowledgement/board-filter.ts';
import { listSuspects } from '../../../acknowledgement/list-suspects.ts';
import { listToPhone } from '../../../acknowledgement/phone-list.ts';
import { findAdvisory } from '../../../advisory/advisory.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';

/** Suspected answers that are shown at once. */
const mostSuspects = 50;

/** What a board's address asks for. */
export const readFilter = ({ req }: Context<CallerEnv>): BoardFilter => ({
  kind: req.query('kind') ?? '',
  sector: req.query('sector') ?? '',
  standing: req.query('standing') ?? '',
  search: (req.query('search') ?? '').trim().slice(0, 200),
});

/** From 1, and never beyond the last. */
export function readPage(c: Context<CallerEnv>, rows: number): number {
  const asked = /^\d{1,6}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1;
  return Math.max(1, Math.min(Number(asked), Math.ceil(rows / pageSize)));
}

/** `/console/advisories/{id}/board`: who heard, who must be phoned. */
export async function renderBoard(c: Context<CallerEnv>, filled?: Filled) {
  const hub = c.get('hub');
  const advisory = await findAdvisory(hub.sql, c.req.param('trackingId') ?? '');
  const board = await findBoard(hub, { advisoryId: advisory.id });
  const frame = await openFrame(c);
  const filter = readFilter(c);
  const rows = filterRows(board.rows, filter);
  const newest = advisory.versions.find((version) => version.state === 'published');
  return (
    <BoardPage
      frame={frame}
      title={newest?.content.texts[frame.language].title ?? ''}
      board={board}
      toPhone={await listToPhone(hub, board)}
      suspects={await listSuspects(hub.sql, advisory.id, mostSuspects)}
      filter={filter}
      rows={rows}
      page={readPage(c, rows.length)}
      filled={filled}
    />
  );
}
