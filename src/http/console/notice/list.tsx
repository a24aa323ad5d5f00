import { Hono } from 'hono';
import { NoticeListPage } from '../../../../templates/console/notice/list-page.tsx';
import { listNotices } from '../../../advisory/list-notices.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';

/** `/console/notices`: those about no advisory. */
export const listRoutes = new Hono<CallerEnv>().get('/console/notices', async (c) => {
  const notices = await listNotices(c.get('hub').sql, null);
  return c.html(<NoticeListPage frame={await openFrame(c)} notices={notices} />);
});
