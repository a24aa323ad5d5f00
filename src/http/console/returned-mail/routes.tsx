import { Hono } from 'hono';
import { ReturnedMailPage } from '../../../../templates/console/returned-mail/returned-mail-page.tsx';
import { listDroppedMails, sumInbound } from '../../../acknowledgement/inbound/list-inbound.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { openFrame } from '../frame.ts';

/** What the sums look back on, in days. */
const days = 30;
/** Rows of what was dropped on the page; the API has the rest. */
const most = 50;

/** `/console/returned-mail`: what became of the mail that came back, and why some of it changed nothing. */
export const returnedMailRoutes = new Hono<CallerEnv>().get(
  '/console/returned-mail',
  requireCaller(['duty officer', 'administrator', 'auditor']),
  async (c) => {
    const { sql } = c.get('hub');
    const [sums, dropped] = await Promise.all([
      sumInbound(sql, days),
      listDroppedMails(sql, { limit: most }),
    ]);
    return c.html(<ReturnedMailPage frame={await openFrame(c)} {...{ days, sums, dropped }} />);
  },
);
