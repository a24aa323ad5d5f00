import { z } from 'zod';

/** Telegram's numbers of chats and people: up to 52 bits. */
const number = z.int();
const chat = z.object({ id: number, type: z.string() });
const person = z.object({
  first_name: z.string().max(500).catch(''),
  last_name: z.string().max(500).catch(''),
  language_code: z.string().max(50).catch(''),
});
const button = z.object({
  text: z.string().max(500),
  callback_data: z.string().max(64).optional(),
  url: z.string().max(2000).optional(),
});
/** What stands under a message; another kind of button is none of ours. */
const keyboard = z.object({ inline_keyboard: z.array(z.array(button).max(10)).max(20) });

/** As much of an update of Telegram's Bot API as the bot looks at; all else is passed over. */
export const updateSchema = z.object({
  update_id: z.int().nonnegative(),
  message: z
    .object({
      chat,
      from: person.optional(),
      text: z.string().max(10_000).optional(),
      migrate_to_chat_id: number.optional(),
    })
    .optional(),
  callback_query: z
    .object({
      id: z.string().min(1).max(100),
      from: person,
      data: z.string().max(64).optional(),
      message: z
        .object({ message_id: number, chat, reply_markup: keyboard.optional().catch(undefined) })
        .optional(),
    })
    .optional(),
  my_chat_member: z
    .object({ chat, from: person, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
});
export type Update = z.output<typeof updateSchema>;
export type Keyboard = z.output<typeof keyboard>['inline_keyboard'];

/** The kinds of updates that Telegram is asked for. */
export const allowedUpdates = ['message', 'callback_query', 'my_chat_member'] as const;
