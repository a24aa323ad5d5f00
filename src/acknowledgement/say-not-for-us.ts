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
    const said =
      await sql`SELECT (${saidNotForUs(sql)}) AS at FROM deliveries d WHERE d.id = ${deliveryId}`;
    if (said[0]?.at) return false;
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

/** When it was said through a delivery `d`, or about its address in a task that is still open. */
export function saidNotForUs(sql: Sql) {
  return sql`
    SELECT opened_at FROM tasks
    WHERE kind = 'not for us any more'
      AND (subject = 'delivery:' || d.id OR address_id = d.address_id AND closed_at IS NULL)
    ORDER BY id DESC LIMIT 1`;
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
