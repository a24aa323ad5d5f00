import { asAdministrator, type Deed } from '../../audience/as-administrator.ts';
import { record } from '../../audit.ts';
import type { Sql } from '../../database/connect.ts';
import type { Hub } from '../../hub.ts';
import type { Partner } from '../../operator/caller.ts';

/** Who changes a webhook: the partner whose it is, or an administrator. */
export type Holder = { partner: Partner } | { operatorId: number };

/** Whose webhooks a holder may touch; null: anybody's. */
export const organisationOf = (by: Holder): number | null =>
  'partner' in by ? by.partner.organisationId : null;

/** One transaction in which a partner, or an administrator, changes a webhook, with its row in the audit trail. @throws HubError forbidden */
export async function asHolder<T>(
  hub: Hub,
  by: Holder,
  change: (sql: Sql) => Promise<Deed<T>>,
): Promise<T> {
  if ('operatorId' in by) return asAdministrator(hub, by.operatorId, change);
  const { organisationId, keyId } = by.partner;
  const deed = await hub.sql.begin(async (sql) => {
    const done = await change(sql);
    if (done.entry)
      await record(sql, {
        actor: `organisation:${organisationId}`,
        origin: 'api',
        ...done.entry,
        detail: { ...done.entry.detail, keyId },
      });
    return done;
  });
  return deed.value;
}
