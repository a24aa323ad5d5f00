import { Hono } from 'hono';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { exportCsv, exportJsonLines } from './export.ts';
import { renderAudit } from './show.tsx';
import { verifyNow } from './verify.tsx';

const reads = requireCaller(['auditor', 'administrator']);

/** The audit trail: who did what, and whether the record of it is whole. For auditors and administrators. */
export const auditRoutes = new Hono<CallerEnv>()
  .get('/console/audit', reads, async (c) => c.html(await renderAudit(c)))
  .get('/console/audit/entries.csv', reads, exportCsv)
  .get('/console/audit/entries.jsonl', reads, exportJsonLines)
  .get('/console/audit/verification', reads, (c) => c.redirect('/console/audit', 303))
  .post('/console/audit/verification', reads, verifyNow);
