import { type Context, Hono } from 'hono';
import type { Story } from '../../../../templates/console/advisory/show/version-card.tsx';
import { ShowPage } from '../../../../templates/console/advisory/show-page.tsx';
import { type Advisory, findAdvisory } from '../../../advisory/advisory.ts';
import { listChronology } from '../../../advisory/chronology.ts';
import { listApprovals } from '../../../advisory/list-approvals.ts';
import { listHands } from '../../../advisory/list-hands.ts';
import { listNotices } from '../../../advisory/list-notices.ts';
import { listRequestedWithdrawals } from '../../../advisory/list-requested-withdrawals.ts';
import { listRemarks } from '../../../advisory/remark.ts';
import type { Sql } from '../../../database/connect.ts';
import type { CallerEnv } from '../../caller.ts';
import { openFrame } from '../frame.ts';

const path = '/console/advisories/:trackingId';

/** `/console/advisories/{id}`: one advisory, for operators' eyes. */
export const showRoutes = new Hono<CallerEnv>().get(path, show);

async function show(c: Context<CallerEnv, typeof path>) {
  const hub = c.get('hub');
  const advisory = await findAdvisory(hub.sql, c.req.param('trackingId'));
  const [stories, chronology, notices] = await Promise.all([
    listStories(hub.sql, advisory),
    listChronology(hub, advisory.id),
    listNotices(hub.sql, advisory.id),
  ]);
  const frame = await openFrame(c);
  return c.html(<ShowPage {...{ frame, advisory, stories, chronology, notices }} />);
}

/** What stands beside each version. */
async function listStories(sql: Sql, { versions }: Advisory): Promise<Map<number, Story>> {
  const ids = versions.map(({ id }) => id);
  const [approvals, withdrawals] = await Promise.all([
    listApprovals(sql, ids),
    listRequestedWithdrawals(sql),
  ]);
  const stories = versions.map(async ({ id }) => {
    const [hands, remarks] = await Promise.all([
      listHands(sql, id),
      listRemarks(sql, { versionId: id }),
    ]);
    const withdrawal = withdrawals.find(({ versionId }) => versionId === id);
    return [id, { hands, remarks, withdrawal, approvals: approvals.get(id) ?? [] }] as const;
  });
  return new Map(await Promise.all(stories));
}
