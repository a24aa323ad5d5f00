import { closeChat, reopenChat } from '../../audience/close-chat.ts';
import { moveChat } from '../../audience/move-chat.ts';
import type { Hub } from '../../hub.ts';
import { converse } from './converse.ts';
import { dropped, type Outcome } from './outcome.ts';
import { updateSchema } from './update.ts';
import { readUpdate } from './wish.ts';

/** Telegram tells nothing again after a day. */
const keptDays = 2;

/**
 * Takes one update of Telegram, by whatever way it came, and says what became of it. What makes no sense is dropped, and
 * kept by why for a while. It is noted when all is done, so that one that was cut short is taken again when it comes
 * again; whatever it does, it does once.
 * @throws DeliveryError, or what the database throws while it is away: let it come again
 */
export async function takeUpdate(hub: Hub, raw: unknown): Promise<Outcome> {
  const read = updateSchema.safeParse(raw);
  if (!read.success) return count(hub, dropped('not an update'));
  const { update_id: id } = read.data;
  const [known] = await hub.sql`SELECT FROM bot_updates WHERE id = ${id}`;
  if (known) return count(hub, dropped('taken already'));
  const outcome = await act(hub, readUpdate(read.data));
  await noteUpdate(hub, id, outcome);
  return outcome;
}

async function act(hub: Hub, read: ReturnType<typeof readUpdate>): Promise<Outcome> {
  if ('dropped' in read) return dropped(read.dropped);
  if ('passage' in read) {
    const { chat, open } = read.passage;
    await (open ? reopenChat : closeChat)(hub, { chat });
    return { outcome: 'done', why: open ? 'let in' : 'shut out' };
  }
  if ('move' in read) {
    await moveChat(hub, read.move);
    // Telegram may have said before that the bot is out of the group, under its old number.
    await reopenChat(hub, { chat: read.move.to });
    return { outcome: 'done', why: 'moved' };
  }
  return converse(hub, read.asked);
}

/** Counts what was not done, by why. */
function count(hub: Hub, became: Outcome): Outcome {
  const { outcome, why } = became;
  if (outcome !== 'done') hub.meter?.dropped({ edge: 'telegram', reason: why });
  return became;
}

/** Notes what became of an update, and forgets old ones. */
export async function noteUpdate(hub: Hub, id: number, became: Outcome): Promise<void> {
  const { outcome, why } = count(hub, became);
  await hub.sql`
    WITH forgotten AS (
      DELETE FROM bot_updates
      WHERE id IN (SELECT id FROM bot_updates WHERE at < clock_timestamp() - ${keptDays} * interval '1 day' LIMIT 100)
    )
    INSERT INTO bot_updates (id, outcome, at) VALUES (${id}, ${`${outcome}: ${why}`}, clock_timestamp())
    ON CONFLICT DO NOTHING`;
  hub.log.info(
    {
      actor: 'anyone',
      action: 'bot',
      object: `update:${id}`,
      result: outcome,
      origin: 'telegram',
      why,
    },
    'an update of Telegram',
  );
}
