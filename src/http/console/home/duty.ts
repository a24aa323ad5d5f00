import type { Need } from '../../../../templates/console/home/need.ts';
import { findBoard } from '../../../acknowledgement/board.ts';
import { listOpenTasks } from '../../../acknowledgement/list-tasks.ts';
import { listUnconfirmed } from '../../../acknowledgement/list-unconfirmed.ts';
import { listToPhone } from '../../../acknowledgement/phone-list.ts';
import type { PhoneReason } from '../../../acknowledgement/why-phone.ts';
import { type Current, listCurrent } from '../../../fanout/list-current.ts';
import { listDispatches } from '../../../fanout/list-dispatches.ts';
import { listProgress } from '../../../fanout/progress.ts';
import { workOf } from '../../../fanout/work.ts';
import type { Hub } from '../../../hub.ts';

/** More than these are found by the API, and a person settles them one by one. */
const mostTasks = 50;

/** What waits for who is on duty: whom nobody reached first, then tasks, what failed, what is under way, what to confirm. */
export async function listDuty(hub: Hub): Promise<Need[]> {
  const current = await listCurrent(hub.sql);
  const [calls, tasks, under, unconfirmed] = await Promise.all([
    Promise.all(current.map((advisory) => findCalls(hub, advisory))),
    listOpenTasks(hub.sql, mostTasks),
    listUnderWay(hub),
    listUnconfirmed(hub.sql),
  ]);
  const unreached = (need: Need) => Number(need.kind === 'phone' && need.counts.has('unreached'));
  return [
    ...calls.flat().toSorted((one, other) => unreached(other) - unreached(one)),
    ...tasks.map((task) => ({ kind: 'task' as const, task })),
    ...current
      .filter(({ lost }) => lost > 0)
      .map(({ trackingId, lost }) => ({ kind: 'lost' as const, trackingId, lost })),
    ...under,
    ...unconfirmed.map((each) => ({ kind: 'confirm' as const, ...each })),
  ];
}

/** How many have to be phoned about an advisory, by why. */
async function findCalls(hub: Hub, { advisoryId, trackingId }: Current): Promise<Need[]> {
  const entries = await listToPhone(hub, await findBoard(hub, { advisoryId }));
  if (entries.length === 0) return [];
  const counts = new Map<PhoneReason, number>();
  for (const { why } of entries) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [{ kind: 'phone', trackingId, counts }];
}

async function listUnderWay({ sql }: Hub): Promise<Need[]> {
  const dispatches = await listDispatches(sql, { open: true, limit: 50 });
  const progress = await listProgress(
    sql,
    dispatches.map(({ id }) => id),
  );
  const byId = new Map(progress.map((each) => [each.dispatchId, each]));
  const needs = dispatches.map((dispatch) => {
    const progress = byId.get(dispatch.id);
    const work = progress ? workOf(progress) : { done: 0, all: 0 };
    return { kind: 'dispatch' as const, dispatch, ...work };
  });
  const isPaused = ({ dispatch }: (typeof needs)[number]) => Number(dispatch.pausedAt !== null);
  return needs.toSorted((one, other) => isPaused(other) - isPaused(one));
}
