import { type Entry, record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';

/** What an administrator did, as the audit trail tells it, and what the verb answers. */
export type Deed<T> = { value: T; entry: Pick<Entry, 'action' | 'object' | 'detail'> | null };

/**
 * One transaction in which an administrator changes who must hear. `change` has to say what it did, so that none forgets
 * the row in the audit trail; a null entry says that there was nothing left to do.
 * @throws HubError forbidden
 */
export async function asAdministrator<T>(
  hub: Hub,
  operatorId: number,
  change: (sql: Sql) => Promise<Deed<T>>,
): Promise<T> {
  const deed = await hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['administrator']);
    const done = await change(sql);
    if (done.entry) await record(sql, { actor: `operator:${operatorId}`, ...done.entry });
    return done;
  });
  return deed.value;
}
