import type { Dead } from '../../audience/put-out-of-use.ts';
import type { Sql } from '../../database/connect.ts';
import { openTask } from '../../task.ts';

/** Tells who is on duty that addresses were put out of use at which partners' machines listened. */
export async function openWebhookTasks(sql: Sql, dead: Dead[]): Promise<void> {
  if (dead.length === 0) return;
  const ids = dead.map(({ addressId }) => addressId);
  const webhooks = await sql<{ addressId: number; organisationId: number | null }[]>`
    SELECT address_id, organisation_id FROM webhooks WHERE address_id = ANY(${ids}::int[]) ORDER BY address_id`;
  for (const { addressId, organisationId } of webhooks) {
    const detail = dead.find((one) => one.addressId === addressId)?.reason;
    const about = {
      subject: `address:${addressId}`,
      addressId,
      organisationId: organisationId ?? undefined,
    };
    await openTask(sql, { kind: 'webhook disabled', ...about, detail });
  }
}
