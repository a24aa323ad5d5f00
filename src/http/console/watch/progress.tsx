import type { Context } from 'hono';
import {
  DispatchesPage,
  ProgressPage,
} from '../../../../templates/console/watch/progress-page.tsx';
import { findAdvisory } from '../../../advisory/advisory.ts';
import { listChannelProgress } from '../../../fanout/channel-progress.ts';
import { listDispatches } from '../../../fanout/list-dispatches.ts';
import { listFailures } from '../../../fanout/list-failures.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';
import { livenessOf } from './liveness.ts';

/** Dispatches on one page. */
const most = 50;

/** `/console/advisories/{trackingId}/progress`. */
export async function showProgress(c: Context<CallerEnv>) {
  const { sql } = c.get('hub');
  const advisory = await findAdvisory(sql, c.req.param('trackingId') ?? '');
  const dispatches = await listDispatches(sql, { advisoryId: advisory.id, limit: most });
  const ids = dispatches.map(({ id }) => id);
  const newest = advisory.versions.find(({ state }) => state === 'published');
  const frame = await openFrame(c);
  return c.html(
    <ProgressPage
      frame={frame}
      trackingId={advisory.trackingId}
      title={(newest ?? advisory.versions[0])?.content.texts[frame.language].title ?? ''}
      dispatches={dispatches}
      channels={await listChannelProgress(sql, ids)}
      failures={await listFailures(sql, ids, 20)}
      live={livenessOf(c, dispatches)}
      versionId={newest?.id ?? null}
    />,
  );
}

/** `/console/dispatches`: a page from the newest on, or from before another (`?before=12`). */
export async function showDispatches(c: Context<CallerEnv>) {
  const { sql } = c.get('hub');
  const asked = c.req.query('before') ?? '';
  const before = /^\d{1,9}$/.test(asked) ? Number(asked) : undefined;
  const found = await listDispatches(sql, { before, limit: most + 1 });
  const dispatches = found.slice(0, most);
  const last = dispatches.at(-1);
  return c.html(
    <DispatchesPage
      frame={await openFrame(c)}
      dispatches={dispatches}
      channels={
        await listChannelProgress(
          sql,
          dispatches.map(({ id }) => id),
        )
      }
      live={livenessOf(c, dispatches)}
      older={found.length > most && last ? `/console/dispatches?before=${last.id}` : null}
    />,
  );
}
