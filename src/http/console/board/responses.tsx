import type { Context } from 'hono';
import { ResponsesPage } from '../../../../templates/console/board/responses-page.tsx';
import { listRequestStandings, listRequests } from '../../../acknowledgement/list-requests.ts';
import { findAdvisory } from '../../../advisory/advisory.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';

/** Organisations on one page. */
const most = 50;

/** `/console/advisories/{id}/responses?request=12`: the newest request unless another is asked for. */
export async function showResponses(c: Context<CallerEnv>) {
  const { sql } = c.get('hub');
  const { id, trackingId } = await findAdvisory(sql, c.req.param('trackingId') ?? '');
  const requests = await listRequests(sql, id);
  const asked = c.req.query('request');
  const chosen =
    requests.find(({ dispatchId }) => String(dispatchId) === asked) ?? requests[0] ?? null;
  const search = (c.req.query('search') ?? '').trim().slice(0, 200);
  const after = (c.req.query('after') ?? '').slice(0, 200);
  const { dispatchId = 0 } = chosen ?? {};
  const found = await listRequestStandings(sql, { dispatchId, search, after, limit: most + 1 });
  const standings = found.slice(0, most);
  const last = standings.at(-1)?.organisation ?? '';
  const query = new URLSearchParams({ request: String(dispatchId), search, after: last });
  return c.html(
    <ResponsesPage
      frame={await openFrame(c)}
      {...{ trackingId, requests, chosen, standings, search }}
      next={found.length > most ? `${c.req.path}?${query}` : null}
    />,
  );
}
