import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { laneOf } from './address.ts';
import { lockChat } from './lock-chat.ts';
import { putOutOfUse } from './put-out-of-use.ts';

/**
 * Lets the addresses of a group follow it where it became a supergroup: the same people under another number. Whose owner
 * has the new one already keeps that, and the old is put out of use.
 */
export async function moveChat(
  hub: Hub,
  { chat, to }: { chat: string; to: string },
): Promise<void> {
  await hub.sql.begin(async (sql) => {
    for (const each of [chat, to].toSorted()) await lockChat(sql, each);
    const moved = await sql<{ id: number }[]>`
      UPDATE addresses a SET target = ${to}, lane = ${laneOf({ channel: 'telegram', target: to })}
      WHERE a.channel = 'telegram' AND a.target = ${chat}
        AND NOT EXISTS (SELECT FROM addresses b
                        WHERE b.channel = 'telegram' AND b.target = ${to}
                          AND (b.contact_id, b.subscription_id) IS NOT DISTINCT FROM (a.contact_id, a.subscription_id))
      RETURNING id`;
    for (const { id } of moved)
      await record(sql, {
        actor: 'system',
        action: 'move chat',
        object: `address:${id}`,
        origin: 'telegram',
      });
    const left = await sql<{ id: number }[]>`
      SELECT id FROM addresses WHERE channel = 'telegram' AND target = ${chat} AND disabled_at IS NULL`;
    const reason = 'the group became a supergroup, whose number is an address already';
    await putOutOfUse(
      sql,
      left.map(({ id }) => ({ addressId: id, reason })),
    );
  });
}
