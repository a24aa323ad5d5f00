import type { Deed } from '../../audience/as-administrator.ts';
import { type Entry, record } from '../../audit.ts';
import type { Sql } from '../../database/connect.ts';
import type { Hub } from '../../hub.ts';
import type { Partner } from '../../operator/caller.ts';
import { requireRole } from '../../operator/operator.ts';
import type { Role } from '../../operator/role.ts';
import { senders } from './overseers.ts';

/** Who changes a webhook: the partner whose it is, or one of the house. */
export type Holder = { partner: Partner } | { operatorId: number };

/** Whose webhooks a holder may touch; null: anybody's. */
export const organisationOf = (by: Holder): number | null =>
  'partner' in by ? by.partner.organisationId : null;

/**
 * One transaction in which a partner, or one of the house, changes a webhook, with its row in the audit trail.
 * @throws HubError forbidden
 */
export async function asHolder<T>(
  hub: Hub,
  by: Holder,
  change: (sql: Sql) => Promise<Deed<T>>,
  anyOf: readonly Role[] = senders,
): Promise<T> {
  const deed = await hub.sql.begin(async (sql) => {
    if ('operatorId' in by) await requireRole(sql, by.operatorId, anyOf);
    const done = await change(sql);
    if (done.entry) await record(sql, signed(by, done.entry));
    return done;
  });
  return deed.value;
}

function signed(by: Holder, entry: NonNullable<Deed<unknown>['entry']>): Entry {
  if ('operatorId' in by) return { actor: `operator:${by.operatorId}`, ...entry };
  const { organisationId, keyId } = by.partner;
  const detail = { ...entry.detail, keyId };
  return { actor: `organisation:${organisationId}`, origin: 'api', ...entry, detail };
}
