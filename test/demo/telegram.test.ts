import { Api } from 'grammy';
import { expect, test } from 'vitest';
import { runsOf } from '../../src/demo/mailbox/run.ts';
import { createChats } from '../../src/demo/world/chat.ts';
import { openTelegram } from '../../src/demo/world/telegram.ts';
import { atEnd } from '../support/at-end.ts';

const person = { chat: '1001', name: 'CISO Bank Otterbeek', language: 'nl' };

async function open() {
  const telegram = await openTelegram();
  atEnd(telegram.close);
  return { telegram, api: new Api('1:demo', { apiRoot: telegram.url }) };
}

test('a chat holds what was sent to it, with what was changed since', async () => {
  const { telegram, api } = await open();
  const { message_id: first } = await api.sendMessage('@csirt', 'Een', {});
  const answers = { reply_parameters: { message_id: first } };
  const { message_id: second } = await api.sendMessage('@csirt', 'Twee', answers);
  await api.editMessageText('@csirt', second, 'Ingetrokken');
  expect(telegram.posts).toMatchObject([
    { chat: '@csirt', id: first, text: 'Een', answers: null, edited: false },
    { chat: '@csirt', id: second, text: 'Ingetrokken', answers: first, edited: true },
  ]);
  await expect(api.editMessageText('@csirt', 99, 'x')).rejects.toThrow('message to edit not found');
});

test('people say things to the bot, and press the buttons of its messages', async () => {
  const { telegram, api } = await open();
  const chats = createChats(telegram);
  const linked = chats.link([{ ...person, code: 'ABCD-EFGH-JKLM' }]);
  const [said] = await api.getUpdates({ timeout: 25 });
  expect(said?.message).toMatchObject({ text: '/start ABCD-EFGH-JKLM', chat: { type: 'private' } });
  const menu = { text: 'Alles', callback_data: 'bot:all:nl' };
  await api.sendMessage(1001, 'Gekoppeld', { reply_markup: { inline_keyboard: [[menu]] } });
  expect(await linked).toBe(1);
  expect(await chats.press('acting')).toBe(0);

  const button = { text: 'Ontvangen', callback_data: 'ack:received:1.abc' };
  await api.sendMessage(1001, 'Advies', { reply_markup: { inline_keyboard: [[button]] } });
  const pressed = chats.press('received');
  const [press] = await api.getUpdates({ offset: (said?.update_id ?? 0) + 1, timeout: 25 });
  expect(press?.callback_query).toMatchObject({ data: button.callback_data, from: { id: 1001 } });
  await api.editMessageReplyMarkup(1001, 2, {
    reply_markup: { inline_keyboard: [[{ ...button, text: '✓ Ontvangen' }]] },
  });
  await api.answerCallbackQuery(press?.callback_query?.id ?? '');
  expect(await pressed).toBe(1);
  expect(telegram.posts.at(-1)?.buttons).toEqual([[{ ...button, text: '✓ Ontvangen' }]]);
  expect(await chats.press('received')).toBe(0);
});

test('a message is cut where something in it is set apart', () => {
  const entities = [
    { type: 'bold', offset: 0, length: 3 },
    { type: 'text_link', offset: 4, length: 4, url: 'https://hub.test/' },
  ];
  expect(runsOf({ text: 'Dag Karim!', entities })).toEqual([
    { text: 'Dag', strong: true, url: null },
    { text: ' ', strong: false, url: null },
    { text: 'Kari', strong: false, url: 'https://hub.test/' },
    { text: 'm!', strong: false, url: null },
  ]);
  expect(runsOf({ text: '', entities: [] })).toEqual([]);
});
