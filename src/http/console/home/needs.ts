import type { Need, Needs } from '../../../../templates/console/home/need.ts';
import { listOpenNotices } from '../../../advisory/list-open-notices.ts';
import { listOpenVersions } from '../../../advisory/list-open-versions.ts';
import { listRequestedWithdrawals } from '../../../advisory/list-requested-withdrawals.ts';
import type { State } from '../../../advisory/state.ts';
import type { Hub } from '../../../hub.ts';
import type { Caller } from '../../../operator/caller.ts';
import { type Role, roles } from '../../../operator/role.ts';
import { listAdministration } from './administration.ts';
import { listDuty } from './duty.ts';
import { findTrail } from './trail.ts';

/** What waits for a person, by each of their roles; who is on duty is told first whom nobody reached. */
export function listNeeds(hub: Hub, caller: Caller): Promise<Needs[]> {
  const order: Role[] = ['duty officer', ...roles.filter((role) => role !== 'duty officer')];
  const mine = order.filter((role) => caller.roles.includes(role));
  return Promise.all(
    mine.map(async (role) => ({ role, needs: await lists[role](hub, caller.operator.id) })),
  );
}

const lists: Record<Role, (hub: Hub, operatorId: number) => Promise<Need[]>> = {
  author: (hub, operatorId) =>
    listOpen(hub, { operatorId, state: 'draft', isTheirs: ({ mine }) => mine }),
  approver: async (hub, operatorId) => {
    const withdrawals = await listRequestedWithdrawals(hub.sql);
    return [
      ...(await listOpen(hub, { operatorId, state: 'in review', isTheirs: ({ mine }) => !mine })),
      ...withdrawals
        .filter((withdrawal) => withdrawal.operatorId !== operatorId)
        .map((withdrawal) => ({ kind: 'withdrawal' as const, withdrawal })),
    ];
  },
  'duty officer': async (hub, operatorId) => [
    ...(await listDuty(hub)),
    ...(await listOpen(hub, { operatorId, state: 'approved', isTheirs: () => true })),
  ],
  administrator: listAdministration,
  auditor: findTrail,
};

type Wish = { operatorId: number; state: State; isTheirs: (open: { mine: boolean }) => boolean };

/** Versions and notices that wait in one state. */
async function listOpen({ sql }: Hub, { operatorId, state, isTheirs }: Wish): Promise<Need[]> {
  const [versions, notices] = await Promise.all([
    listOpenVersions(sql, operatorId),
    listOpenNotices(sql, operatorId),
  ]);
  const waits = (open: { state: State; mine: boolean }) => open.state === state && isTheirs(open);
  return [
    ...versions.filter(waits).map((version) => ({ kind: 'version' as const, version })),
    ...notices.filter(waits).map((notice) => ({ kind: 'notice' as const, notice })),
  ];
}
