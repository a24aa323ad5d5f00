import type { Context } from 'hono';
import { z } from 'zod';
import { OperatorsPage } from '../../../../templates/console/operators/operators-page.tsx';
import { HubError } from '../../../errors.ts';
import { decideRoles } from '../../../operator/decide-roles.ts';
import { listOperators } from '../../../operator/list-operators.ts';
import { listRoleRequests } from '../../../operator/role-request.ts';
import type { CallerEnv } from '../../caller.ts';
import { readForm } from '../form.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';

/** GET `/console/operators`. */
export async function showOperators(c: Context<CallerEnv>) {
  const { sql } = c.get('hub');
  const [operators, requests] = await Promise.all([listOperators(sql), listRoleRequests(sql)]);
  const frame = await openFrame(c);
  return c.html(<OperatorsPage frame={frame} operators={operators} requests={requests} />);
}

const decisions = z.enum(['approved', 'refused']);

/** POST `/console/role-requests/{id}`: the button says which way. */
export async function takeDecision(c: Context<CallerEnv, '/:id'>) {
  const { typed } = await readForm(c);
  const decision = decisions.safeParse(typed.decision?.[0]);
  if (!decision.success) throw new HubError('invalid', 'Approve or refuse: press one of the two.');
  await decideRoles(c.get('hub'), {
    requestId: idOf(c.req.param('id')),
    decision: decision.data,
    operatorId: c.get('caller').operator.id,
  });
  const done = decision.data === 'approved' ? 'approved' : 'recorded';
  return c.redirect(`/console/operators?done=${done}`, 303);
}
