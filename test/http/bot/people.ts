import type { Update } from '../../channel/telegram-server.ts';

/** Somebody with Telegram, in a private chat of that number with the bot. */
export type Person = { chat: number; language?: string; name?: string };

let updates = 0;
const from = ({ chat, language, name = 'Sofie' }: Person) => ({
  id: chat,
  is_bot: false,
  first_name: name,
  ...(language && { language_code: language }),
});
const privately = ({ chat }: Person) => ({ id: chat, type: 'private', first_name: 'Sofie' });

/** What Telegram brings when somebody writes something. */
export function written(person: Person, text: string): Update {
  updates += 1;
  const message = {
    message_id: updates,
    date: 0,
    chat: privately(person),
    from: from(person),
    text,
  };
  return { update_id: updates, message };
}

type Pressed = { data: string; messageId?: number; keyboard?: unknown };

/** What it brings when somebody presses a button under a message of the bot. */
export function pressed(person: Person, { data, messageId = 7, keyboard = [] }: Pressed): Update {
  updates += 1;
  const message = {
    message_id: messageId,
    date: 0,
    chat: privately(person),
    reply_markup: { inline_keyboard: keyboard },
  };
  const callback_query = {
    id: `press-${updates}`,
    from: from(person),
    chat_instance: '1',
    data,
    message,
  };
  return { update_id: updates, callback_query };
}

/** What it brings when a group becomes a supergroup, under its old number. */
export function upgraded(group: number, to: number): Update {
  updates += 1;
  const chat = { id: group, type: 'group', title: 'SOC' };
  return {
    update_id: updates,
    message: { message_id: updates, date: 0, chat, migrate_to_chat_id: to },
  };
}

/** What it brings when somebody shuts the bot out, or lets it in again. */
export function passage(person: Person, status: 'kicked' | 'member'): Update {
  updates += 1;
  const member = { chat: privately(person), from: from(person), date: 0 };
  return { update_id: updates, my_chat_member: { ...member, new_chat_member: { status } } };
}
