import { createApp } from '../../../src/http/app.tsx';
import type { Hub } from '../../../src/hub.ts';
import { openTelegram, type Telegram } from '../../channel/telegram-server.ts';
import { atEnd } from '../../support/at-end.ts';
import { type Overrides, openTestHub, type TestHub } from '../../support/hub.ts';

export const secret = 'a-secret-of-this-test';

/** A hub whose bot Telegram calls, and a stand-in for Telegram. */
export async function openBot(
  overrides: Overrides = {},
): Promise<{ hub: TestHub; telegram: Telegram }> {
  const telegram = await openTelegram();
  atEnd(() => telegram.close());
  const { token, apiRoot } = telegram;
  const settings = { token, apiRoot, webhookSecret: secret, botName: 'hub_bot' };
  return { hub: await openTestHub({ telegram: settings, ...overrides }), telegram };
}

/** Brings an update as Telegram does; the promise is the status that the hub answers. */
export async function bring(hub: Hub, update: unknown, shown = secret): Promise<number> {
  const answer = await createApp(() => hub).request('/telegram/updates', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': shown,
    },
    body: typeof update === 'string' ? update : JSON.stringify(update),
  });
  return answer.status;
}

export type Said = { text: string; buttons: { text: string; callback_data?: string }[] };

/** What the bot said in a chat, in order. */
export const saidIn = (telegram: Telegram, chat: number): Said[] =>
  telegram.answered
    .filter((call) => call.method === 'sendMessage' && call.chat === String(chat))
    .map(({ body }) => ({
      text: body.text as string,
      buttons: (
        (body.reply_markup as { inline_keyboard: Said['buttons'][] } | undefined)
          ?.inline_keyboard ?? []
      ).flat(),
    }));
