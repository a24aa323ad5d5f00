import type { Context } from 'hono';
import { pageSize } from '../../../../templates/console/board/board-page.tsx';
import { PhoneListPage } from '../../../../templates/console/board/phone-list-page.tsx';
import { findBoard } from '../../../acknowledgement/board.ts';
import { listToPhone } from '../../../acknowledgement/phone-list.ts';
import { findAdvisory } from '../../../advisory/advisory.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { readPage } from './board.tsx';

/** `/console/advisories/{id}/phone-list`. */
export async function showPhoneList(c: Context<CallerEnv>) {
  const hub = c.get('hub');
  const { id: advisoryId, trackingId } = await findAdvisory(
    hub.sql,
    c.req.param('trackingId') ?? '',
  );
  const all = await listToPhone(hub, await findBoard(hub, { advisoryId }));
  const page = readPage(c, all.length);
  const entries = all.slice((page - 1) * pageSize, page * pageSize);
  const next = page * pageSize < all.length ? `${c.req.path}?page=${page + 1}` : null;
  return c.html(
    <PhoneListPage
      {...{ trackingId, entries, page, next }}
      total={all.length}
      frame={await openFrame(c)}
    />,
  );
}
