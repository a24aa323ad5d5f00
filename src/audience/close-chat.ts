import { record } from '../audit.ts';
import type { Hub } from '../hub.ts';
import { lockChat } from './lock-chat.ts';
import { putOutOfUse } from './put-out-of-use.ts';

/** How reasons begin that Telegram gave, and not an administrator. */
const byTelegram = '^Telegram( \\d+)?: ';

/** Takes the addresses of a chat out of use from which the bot was shut out: nothing sent there would arrive. */
export async function closeChat(hub: Hub, { chat }: { chat: string }): Promise<void> {
  await hub.sql.begin(async (sql) => {
    await lockChat(sql, chat);
    const rows = await sql<{ id: number }[]>`
      SELECT id FROM addresses WHERE channel = 'telegram' AND target = ${chat} AND disabled_at IS NULL`;
    const reason = 'Telegram: the bot was shut out of the chat';
    await putOutOfUse(
      sql,
      rows.map(({ id }) => ({ addressId: id, reason })),
    );
  });
}

/** Takes them into use again when somebody speaks to the bot there; what an administrator put out of use stays so. */
export async function reopenChat(hub: Hub, { chat }: { chat: string }): Promise<void> {
  await hub.sql.begin(async (sql) => {
    const opened = await sql<{ id: number }[]>`
      UPDATE addresses SET disabled_at = NULL, disabled_reason = NULL
      WHERE channel = 'telegram' AND target = ${chat} AND disabled_at IS NOT NULL AND disabled_reason ~ ${byTelegram}
      RETURNING id`;
    for (const { id } of opened)
      await record(sql, {
        actor: 'system',
        action: 'enable',
        object: `address:${id}`,
        origin: 'telegram',
      });
  });
}
