import type { Task } from '../../../src/acknowledgement/list-tasks.ts';
import type { PhoneReason } from '../../../src/acknowledgement/why-phone.ts';
import type { OpenNotice } from '../../../src/advisory/list-open-notices.ts';
import type { OpenVersion } from '../../../src/advisory/list-open-versions.ts';
import type { RequestedWithdrawal } from '../../../src/advisory/list-requested-withdrawals.ts';
import type { ListedDispatch } from '../../../src/fanout/list-dispatches.ts';
import type { Role } from '../../../src/operator/role.ts';

/** One thing that waits for a person, which the page gives one action. */
export type Need =
  | { kind: 'phone'; trackingId: string; counts: ReadonlyMap<PhoneReason, number> }
  | { kind: 'task'; task: Task }
  | { kind: 'lost'; trackingId: string; lost: number }
  | { kind: 'dispatch'; dispatch: ListedDispatch; done: number; all: number }
  | { kind: 'confirm'; trackingId: string; answers: number }
  | { kind: 'version'; version: OpenVersion }
  | { kind: 'notice'; notice: OpenNotice }
  | { kind: 'withdrawal'; withdrawal: RequestedWithdrawal }
  | { kind: 'roles'; name: string; requester: string; roles: readonly Role[]; mine: boolean }
  | { kind: 'unreachable'; organisationId: number; name: string }
  | { kind: 'unsigned' }
  | { kind: 'trail'; entries: number; at: Date | null };

/** What waits for somebody in one of their roles. */
export type Needs = { role: Role; needs: readonly Need[] };
