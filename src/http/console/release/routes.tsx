import { Hono } from 'hono';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { approveAskedWithdrawal, approveVersion } from './approve.tsx';
import { renderMessage, showLetter } from './message.tsx';
import { renderPreview, renderWithdrawal } from './preview.tsx';
import { publishVersion, renderPublish } from './publish.tsx';
import { sendVersionBack } from './send-back.tsx';
import { sendTestMail } from './test-mail.tsx';
import { renderWithdraw, withdrawVersion } from './withdraw.tsx';

const writes = requireCaller(['author', 'approver', 'duty officer']);
const decides = requireCaller(['approver', 'duty officer']);
const sendsBack = requireCaller(['author', 'approver']);

/** From review to publication, and back: who would receive a version, and everything that is decided on it. */
export const releaseRoutes = new Hono<CallerEnv>()
  .get('/console/versions/:id/preview', writes, async (c) => c.html(await renderPreview(c)))
  .post('/console/versions/:id/approve', decides, approveVersion)
  .post('/console/versions/:id/send-back', sendsBack, sendVersionBack)
  .get('/console/versions/:id/message', writes, async (c) => c.html(await renderMessage(c)))
  .get('/console/versions/:id/message/letter', writes, showLetter)
  .post('/console/versions/:id/test-mails', writes, sendTestMail)
  .get('/console/versions/:id/publish', decides, async (c) => c.html(await renderPublish(c)))
  .post('/console/versions/:id/publish', decides, publishVersion)
  .get('/console/versions/:id/withdraw', writes, async (c) => c.html(await renderWithdraw(c)))
  .post('/console/versions/:id/withdraw', writes, withdrawVersion)
  .get('/console/versions/:id/withdrawal', writes, async (c) => c.html(await renderWithdrawal(c)))
  .post('/console/versions/:id/withdrawal', decides, approveAskedWithdrawal);
