import type { Context } from 'hono';
import type { Filled } from '../../../../templates/console/filled.ts';
import { DispatchPage } from '../../../../templates/console/watch/dispatch-page.tsx';
import { HubError } from '../../../errors.ts';
import { listChanges } from '../../../fanout/list-changes.ts';
import { type ListedDispatch, listDispatches } from '../../../fanout/list-dispatches.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { livenessOf } from './liveness.ts';
import { takeSnapshot } from './pulse.ts';

/** The dispatch that the address names. @throws HubError not_found */
export async function findAskedDispatch(c: Context<CallerEnv>): Promise<ListedDispatch> {
  const id = c.req.param('id') ?? '';
  const ids = /^\d{1,9}$/.test(id) ? [Number(id)] : [];
  const [dispatch] = await listDispatches(c.get('hub').sql, { ids, limit: 1 });
  if (!dispatch) throw new HubError('not_found', 'There is no such dispatch.');
  return dispatch;
}

/** `/console/dispatches/{id}`, with a form that was sent and refused, if any. */
export async function renderDispatch(c: Context<CallerEnv>, filled?: Filled) {
  const hub = c.get('hub');
  const dispatch = await findAskedDispatch(c);
  const snapshot = await takeSnapshot(hub, [dispatch.id]);
  return (
    <DispatchPage
      frame={await openFrame(c)}
      {...snapshot}
      dispatch={dispatch}
      changes={await listChanges(hub.sql, dispatch.id, 200)}
      live={{ ...livenessOf(c, [dispatch]), path: `/console/dispatches/${dispatch.id}` }}
      filled={filled}
    />
  );
}
