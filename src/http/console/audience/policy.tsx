import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { PolicyPage } from '../../../../templates/console/audience/policy-page.tsx';
import { type Filled, unsent } from '../../../../templates/console/filled.ts';
import { endPolicyLine } from '../../../audience/end-policy-line.ts';
import { orderPolicy } from '../../../audience/order-policy.ts';
import { listPolicy } from '../../../audience/policy-line.ts';
import { type CallerEnv, requireCaller } from '../../caller.ts';
import { attempt } from '../attempt.ts';
import { openFrame } from '../frame.ts';
import { idOf } from '../id.ts';
import { whole } from '../input.ts';

const at = '/console/policy';
const administrator = requireCaller(['administrator']);

/** `/console/policy`: the table, its order, and the end of a line. */
export const policyRoutes = new Hono<CallerEnv>()
  .get(at, async (c) => c.html(await page(c, unsent('policy'))))
  .post(`${at}/order`, administrator, order)
  .post(`${at}/:id{[1-9][0-9]*}/end`, administrator, end);

async function page(c: Context<CallerEnv>, filled: Filled) {
  const lines = await listPolicy(c.get('hub').sql);
  return <PolicyPage frame={await openFrame(c)} lines={lines} filled={filled} />;
}

function order(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'policy',
    schema: z.object({
      /** The ids of all lines as the page showed them. */
      order: z.string().regex(/^\d{1,9}(,\d{1,9})*$/),
      line: whole,
      to: z.enum(['up', 'down']),
    }),
    act: async ({ order, line, to }) => {
      const policyLineIds = order.split(',').map(Number);
      const from = policyLineIds.indexOf(line);
      policyLineIds.splice(from, 1);
      policyLineIds.splice(Math.max(0, from + (to === 'up' ? -1 : 1)), 0, line);
      const operatorId = c.get('caller').operator.id;
      await orderPolicy(c.get('hub'), { policyLineIds, operatorId });
      return `${at}?done=saved`;
    },
    again: (filled) => page(c, filled),
  });
}

function end(c: Context<CallerEnv>) {
  return attempt(c, {
    form: 'policy',
    schema: z.object({ expected: z.string().max(20).optional() }),
    act: async ({ expected }) => {
      const policyLineId = idOf(c.req.param('id') ?? '');
      const operatorId = c.get('caller').operator.id;
      await endPolicyLine(c.get('hub'), { policyLineId, expected, operatorId });
      return `${at}?done=removed`;
    },
    again: (filled) => page(c, filled),
  });
}
