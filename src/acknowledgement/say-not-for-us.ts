import { z } from 'zod';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { openTask } from '../task.ts';

const input = z.strictObject({
  deliveryId: z.int().positive(),
  /** What a contact said, in its own words. */
  detail: z.string().trim().min(1).max(3000),
});

/**
 * Takes it from a contact that a message is not for it any more, and asks the duty officer to call: nobody who must be
 * warned drops out by pressing a button. Once per delivery, and once per address until the task is closed; the promise
 * is whether it was news.
 * @throws HubError not_found
 */
export async function sayNotForUs(hub: Hub, raw: z.input<typeof input>): Promise<boolean> {
  const { deliveryId, detail } = parse(input, raw);
  return hub.sql.begin(async (sql) => {
    const { addressId, contactId } = await lockAddressOf(sql, deliveryId);
    if ((await findSaid(sql, { deliveryId, addressId })) !== null) return false;
    const subject = `delivery:${deliveryId}`;
    await openTask(sql, { kind: 'not for us any more', subject, addressId, detail });
    await record(sql, {
      actor: `contact:${contactId}`,
      action: 'say not for us',
      object: subject,
      origin: 'link',
    });
    return true;
  });
}

type Sent = { deliveryId: number; addressId: number };

/** When it was said: through this delivery, or about its address in a task that is still open. */
export async function findSaid(sql: Sql, { deliveryId, addressId }: Sent): Promise<Date | null> {
  const [said] = await sql<{ openedAt: Date }[]>`
    SELECT opened_at FROM tasks
    WHERE kind = 'not for us any more'
      AND (subject = ${`delivery:${deliveryId}`} OR address_id = ${addressId} AND closed_at IS NULL)
    ORDER BY id DESC LIMIT 1`;
  return said?.openedAt ?? null;
}

/** Locked, so that who presses twice is heard once. */
async function lockAddressOf(sql: Sql, deliveryId: number) {
  const [sent] = await sql<{ addressId: number; contactId: number }[]>`
    SELECT a.id AS address_id, d.contact_id FROM deliveries d JOIN addresses a ON a.id = d.address_id
    WHERE d.id = ${deliveryId} AND d.contact_id IS NOT NULL
    FOR UPDATE OF a`;
  if (!sent) throw new HubError('not_found', `There is no contact behind delivery ${deliveryId}.`);
  return sent;
}
