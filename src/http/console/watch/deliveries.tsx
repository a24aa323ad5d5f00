import type { Context } from 'hono';
import { DeliveriesPage } from '../../../../templates/console/watch/deliveries-page.tsx';
import { listChannelProgress } from '../../../fanout/channel-progress.ts';
import { listDeliveries } from '../../../fanout/list-deliveries.ts';
import { deliveryStates } from '../../../fanout/state.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { findAskedDispatch } from './dispatch.tsx';

/** Deliveries on one page. */
const most = 100;

/** `/console/dispatches/{id}/deliveries?state=failed&channel=email&search=water`. */
export async function showDeliveries(c: Context<CallerEnv>) {
  const { sql } = c.get('hub');
  const dispatch = await findAskedDispatch(c);
  const filter = readFilter(c);
  const { state, channel, search } = filter;
  const after = Number(/^\d{1,9}$/.exec(c.req.query('after') ?? '')?.[0] ?? 0);
  const states = deliveryStates.filter((each) => each === state);
  const sought = { dispatchId: dispatch.id, states, channel, search, after, limit: most + 1 };
  const [found, totals] = await Promise.all([
    listDeliveries(sql, sought),
    listChannelProgress(sql, [dispatch.id]),
  ]);
  const deliveries = found.slice(0, most);
  const last = deliveries.at(-1)?.addressId;
  const query = new URLSearchParams({ ...filter, after: String(last) });
  return c.html(
    <DeliveriesPage
      frame={await openFrame(c)}
      dispatch={dispatch}
      channels={totals.map((total) => total.channel)}
      filter={filter}
      deliveries={deliveries}
      next={found.length > most ? `${c.req.path}?${query}` : null}
      isFirst={after === 0}
    />,
  );
}

const readFilter = ({ req }: Context<CallerEnv>) => ({
  state: req.query('state') ?? '',
  channel: (req.query('channel') ?? '').slice(0, 50),
  search: (req.query('search') ?? '').trim().slice(0, 200),
});
