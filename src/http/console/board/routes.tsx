import { Hono } from 'hono';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { renderBoard } from './board.tsx';
import { enterCall, renderCall } from './call.tsx';
import { confirmAnswer } from './confirm.tsx';
import { exportCsv, exportJson } from './export.ts';
import { showPhoneList } from './phone-list.tsx';
import { showResponses } from './responses.tsx';

const advisory = '/console/advisories/:trackingId';
const onDuty = requireCaller(['duty officer']);

/** Organisations × versions of one advisory: who heard, who said what, who must be phoned. */
export const boardRoutes = new Hono<CallerEnv>()
  .get(`${advisory}/board`, async (c) => c.html(await renderBoard(c)))
  .get(`${advisory}/board.csv`, exportCsv)
  .get(`${advisory}/board.json`, exportJson)
  .get(`${advisory}/phone-list`, showPhoneList)
  .get(`${advisory}/responses`, showResponses)
  .get(`${advisory}/calls/:organisation`, async (c) => c.html(await renderCall(c)))
  .post(`${advisory}/calls/:organisation`, onDuty, enterCall)
  .post(`${advisory}/confirmations`, onDuty, confirmAnswer);
