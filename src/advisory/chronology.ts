import type { Hub } from '../hub.ts';
import { requireAdvisory } from './advisory.ts';
import { type Decision, findDecisions } from './decision.ts';
import {
  type DispatchMoment,
  type EventMoment,
  listDispatches,
  listEvents,
  listNotices,
  listVersions,
  listWithdrawals,
  type NoticeMoment,
  type VersionMoment,
  type WithdrawalMoment,
} from './moment.ts';

type Decided<M> = M & { decision: Decision };
/** One line of the chronology; what is ours comes with the decision behind it. */
export type Moment =
  | EventMoment
  | Decided<VersionMoment | WithdrawalMoment | NoticeMoment | DispatchMoment>;

/**
 * What happened around an advisory, when, and on whose decision: events, versions, notices, withdrawals and
 * dispatches, the earliest first. Names audiences and people: not for the public.
 * @throws HubError not_found
 */
export async function listChronology(hub: Hub, advisoryId: number): Promise<Moment[]> {
  const { sql } = hub;
  await requireAdvisory(sql, advisoryId);
  const events = await listEvents(sql, advisoryId);
  // In the order in which one act causes the other, for acts of one instant.
  const ours = [
    ...(await listVersions(sql, advisoryId)),
    ...(await listWithdrawals(sql, advisoryId)),
    ...(await listNotices(sql, advisoryId)),
    ...(await listDispatches(sql, advisoryId)).toSorted((a, b) => a.id - b.id),
  ];
  const decisions = await findDecisions(sql, [...new Set(ours.map((each) => each.approvalId))]);
  const decided = ours.map((each) => ({
    ...each,
    decision: decisions.get(each.approvalId) as Decision,
  }));
  return [...events, ...decided].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
