import { Hono } from 'hono';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { showInvite, takeInvite } from './invite.tsx';
import { showOperators, takeDecision } from './list.tsx';
import {
  showOperator,
  takeDisable,
  takeEnable,
  takeEndKey,
  takeEndSession,
  takeRecovery,
  takeRoles,
} from './operator.tsx';

const readers = requireCaller(['administrator', 'auditor']);
const administrators = requireCaller(['administrator']);

/** `/console/operators`: accounts, their roles, sessions and keys; auditors look, administrators act. */
export const operatorRoutes = new Hono<CallerEnv>()
  .get('/console/operators', readers, showOperators)
  .post('/console/operators', administrators, takeInvite)
  .get('/console/operators/new', administrators, showInvite)
  .get('/console/operators/:id', readers, showOperator)
  .post('/console/operators/:id/roles', administrators, takeRoles)
  .post('/console/operators/:id/recovery', administrators, takeRecovery)
  .post('/console/operators/:id/disable', administrators, takeDisable)
  .post('/console/operators/:id/enable', administrators, takeEnable)
  .post('/console/operators/:id/sessions/:below/end', administrators, takeEndSession)
  .post('/console/operators/:id/keys/:below/end', administrators, takeEndKey)
  .post('/console/role-requests/:id', administrators, takeDecision);
