import type { InlineKeyboardButton } from 'grammy/types';
import type { Button, Said } from '../../../templates/bot/said.ts';
import type { Language } from '../../advisory/language.ts';
import { cut } from '../../channel/telegram/cut.ts';
import { failureOf } from '../../channel/telegram/failure.ts';
import type { Telegram } from '../../config.ts';
import { apiOf, inTime } from './api.ts';

type Words = { chat: string; said: Said; language: Language };

/**
 * Says something in a chat. Where Telegram will never take it there is nobody to tell.
 * @throws DeliveryError when it may be tried again
 */
export async function say(telegram: Telegram, { chat, said, language }: Words): Promise<void> {
  const { text, entities } = cut({ runs: said.runs, more: null }, language);
  await orElse(
    chat,
    apiOf(telegram).sendMessage(
      chat,
      text,
      {
        entities,
        link_preview_options: { is_disabled: true },
        reply_markup: { inline_keyboard: said.buttons.map((button) => [keyOf(button)]) },
      },
      inTime(),
    ),
  );
}

const keyOf = (button: Button): InlineKeyboardButton =>
  'url' in button
    ? { text: button.title, url: button.url }
    : { text: button.title, callback_data: button.says };

type Shown = { chat: string; messageId: number; keyboard: InlineKeyboardButton[][] };

/** Changes the buttons under a message. @throws DeliveryError when it may be tried again */
export const showKeyboard = (telegram: Telegram, { chat, messageId, keyboard }: Shown) =>
  orElse(
    chat,
    apiOf(telegram).editMessageReplyMarkup(
      chat,
      messageId,
      { reply_markup: { inline_keyboard: keyboard } },
      inTime(),
    ),
  );

/** Ends the waiting of whoever pressed a button, with a word on top where there is one. @throws DeliveryError */
export const endPress = (telegram: Telegram, { id, text }: { id: string; text?: string }) =>
  orElse('', apiOf(telegram).answerCallbackQuery(id, text ? { text } : {}, inTime()));

/** A message that is not there any more, a press that is too old, a chat that shut us out: all of them are over. */
async function orElse(chat: string, asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    const failure = failureOf(error, chat || 'no chat');
    if (!failure.permanent) throw failure;
  }
}
