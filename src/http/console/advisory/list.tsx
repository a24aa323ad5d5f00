import { type Context, Hono } from 'hono';
import { ListPage } from '../../../../templates/console/advisory/list-page.tsx';
import { type ListedAdvisory, listAdvisories } from '../../../advisory/list-advisories.ts';
import { formatRisk, isUrgent, levels } from '../../../advisory/risk.ts';
import { states } from '../../../advisory/state.ts';
import { tlps } from '../../../advisory/tlp.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';

const perPage = 25;
const path = '/console/advisories';

/** `/console/advisories`: all of them, narrowed by a search; what a search cannot mean is left out of it. */
export const listRoutes = new Hono<CallerEnv>().get(path, async (c) => {
  const wish = readWish(c);
  const found = await listAdvisories(c.get('hub').sql, { ...wish, limit: perPage + 1 });
  const advisories = found.slice(0, perPage);
  const last = found.length > perPage ? advisories.at(-1) : undefined;
  return c.html(
    <ListPage
      frame={await openFrame(c)}
      advisories={advisories}
      filled={{ form: 'search', typed: c.req.queries(), findings: [] }}
      pages={{
        first: wish.before === null ? null : addressOf(c, null),
        next: last ? addressOf(c, last) : null,
      }}
    />,
  );
});

const risks = levels.flatMap((likelihood) => levels.map((impact) => ({ likelihood, impact })));

function readWish({ req }: Context<CallerEnv>) {
  const [, id, urgent] = /^(\d{1,9})(u?)$/.exec(req.query('before') ?? '') ?? [];
  const state = states.find((each) => each === req.query('state'));
  const tlp = tlps.find((each) => each === req.query('tlp'));
  return {
    before: id ? Number(id) : null,
    states: state && [state],
    tlps: tlp && [tlp],
    risk: risks.find((each) => formatRisk(each) === req.query('risk')),
    // What PostgreSQL's text cannot hold is in no title.
    search: req.query('search')?.replaceAll('\0', '').trim().slice(0, 200),
    urgentFirst: req.query('urgent') === 'first' ? { beforeUrgent: urgent === 'u' } : undefined,
  };
}

/** This search, from the row after `last`, or from its start. */
function addressOf({ req }: Context<CallerEnv>, last: ListedAdvisory | null): string {
  const { searchParams } = new URL(req.url);
  for (const name of ['before', 'done', 'language']) searchParams.delete(name);
  if (last) searchParams.set('before', `${last.id}${isUrgent(last.newest) ? 'u' : ''}`);
  return `${path}?${searchParams}`;
}
