import { expect, test } from 'vitest';
import type { Chat, Letter, Recipient } from '../../src/channel/channel.ts';
import { recipientAt } from './contract.ts';
import { exampleChat, exampleEvent } from './example.ts';
import type { Behaviour } from './telegram-server.ts';
import { openBoth } from './telegram-stage.ts';

const letter: Letter = {
  subject: 'Een titel',
  text: 'Een tekst.\n',
  html: '<p>Een tekst.</p>',
  chat: exampleChat,
  event: exampleEvent,
  language: 'nl',
  urgent: false,
  public: false,
  cover: 'Een bericht',
  sealed: false,
};

async function said(chat: Partial<Chat>, recipient: Partial<Recipient> = {}) {
  const { telegram, channel } = await openBoth();
  const segments = channel.compose({ ...letter, chat: { ...exampleChat, ...chat } });
  const message = await channel.finish(segments, recipientAt('42', recipient));
  const receipt = await channel.send(message, { urgent: false, timeoutMs: 20_000 });
  return { receipt, calls: telegram.calls, body: telegram.calls.at(-1)?.body ?? {} };
}

test('what looks like markup arrives as it was typed, and no previewer follows a link', async () => {
  const text = '<b>vet</b> *ster* _lijn_ [a](https://x) &amp; `code` \\';
  const { body, receipt } = await said({ runs: [{ text: 'Kop', strong: true }, { text }] });
  expect(body.text).toBe(`Kop${text}`);
  expect(body.parse_mode).toBeUndefined();
  expect(body.entities).toEqual([{ type: 'bold', offset: 0, length: 3 }]);
  expect(body.link_preview_options).toEqual({ is_disabled: true });
  expect(receipt).toEqual({ detail: 'taken as message 101', reference: '42/101' });
});

test.each([
  ['words', 'woord '.repeat(2000)],
  ['no spaces', 'x'.repeat(9000)],
  ['pairs of surrogates', `x${'😀'.repeat(4000)}`],
])('too long, of %s: cut at 4,096 with the way to all of it last', async (_, text) => {
  const more = { title: 'Lees het advies', url: 'https://hub.test/a' };
  const { body } = await said({ runs: [{ text }], more });
  const sent = body.text as string;
  expect(sent.length).toBeLessThanOrEqual(4096);
  expect(sent.length).toBeGreaterThan(3900);
  expect(sent.isWellFormed()).toBe(true);
  expect(sent).toMatch(/\n… \(ingekort\)\n\nLees het advies$/);
  expect(body.entities).toEqual([
    {
      type: 'text_link',
      url: more.url,
      offset: sent.length - more.title.length,
      length: more.title.length,
    },
  ]);
});

test('at exactly 4,096 nothing is cut', async () => {
  const { body } = await said({ runs: [{ text: 'x'.repeat(4096) }] });
  expect(body.text).toBe('x'.repeat(4096));
});

test('of more than 100 settings the way to the whole text stays', async () => {
  const runs = Array.from({ length: 150 }, () => ({ text: 'x', strong: true as const }));
  const { body } = await said({ runs, more: { title: 'Alles', url: 'https://hub.test' } });
  const entities = body.entities as { type: string }[];
  expect(entities).toHaveLength(100);
  expect(entities.at(-1)?.type).toBe('text_link');
});

const posts = [
  { reference: '11', sameVersion: false },
  { reference: '12', sameVersion: true },
  { reference: '13', sameVersion: true },
];

test('an update answers the first post, also when that was removed', async () => {
  const { body, calls } = await said({}, { posts });
  expect(body.reply_parameters).toEqual({ message_id: 11, allow_sending_without_reply: true });
  expect(calls.map(({ method }) => method)).toEqual(['sendMessage']);
});

test('what takes the place of a version changes its posts, without their buttons, and says so once more', async () => {
  const choices = [{ title: 'Ontvangen', value: 'received' }];
  const { calls } = await said({ thread: 'replace', choices }, { posts });
  expect(calls.map(({ method, body }) => [method, body.message_id])).toEqual([
    ['editMessageText', 12],
    ['editMessageText', 13],
    ['sendMessage', undefined],
  ]);
  expect(calls[0]?.body.reply_markup).toBeUndefined();
});

test('what stands alone answers nothing, for even that would tell', async () => {
  const { body } = await said({ thread: 'alone' }, { posts });
  expect(body.reply_parameters).toBeUndefined();
});

test('a choice is a button that names its message; the own page is one too', async () => {
  const { body } = await said({
    choices: [{ title: 'Dit geldt niet voor ons', value: 'does not apply' }],
    page: { title: 'Bevestig', url: '\uE000acknowledge\uE001' },
  });
  expect(body.reply_markup).toEqual({
    inline_keyboard: [
      [{ text: 'Dit geldt niet voor ons', callback_data: 'ack:does not apply:7.abcdefghij' }],
      [{ text: 'Bevestig', url: 'https://hub.example.nl/acknowledge/AbC-_1234567890' }],
    ],
  });
});

async function sendTo(target: string, behaviour: Behaviour) {
  const { telegram, channel } = await openBoth();
  telegram.behave(target, behaviour);
  const message = await channel.finish(channel.compose(letter), recipientAt(target));
  const send = () => channel.send(message, { urgent: false, timeoutMs: 20_000 });
  return { telegram, channel, send, error: await send().catch((error) => error) };
}

test.each([
  'Forbidden: bot was blocked by the user',
  'Forbidden: user is deactivated',
  'Forbidden: bot was kicked from the channel chat',
  'Bad Request: chat not found',
])('%s: the address is gone', async (description) => {
  const error_code = description.startsWith('Forbidden') ? 403 : 400;
  const { error } = await sendTo('42', { error_code, description });
  expect(error).toMatchObject({ permanent: true, gone: true });
  expect(error.message).toBe(`Telegram ${error_code}: ${description}`);
});

test('a message that Telegram cannot read says nothing of the chat', async () => {
  const description = "Bad Request: can't parse entities";
  const { error } = await sendTo('42', { error_code: 400, description });
  expect(error).toMatchObject({ permanent: true, gone: false });
});

test.each([401, 404])('a wrong token (%i) says nothing of the chat', async (error_code) => {
  const { error } = await sendTo('42', { error_code, description: 'Unauthorized' });
  expect(error).toMatchObject({ permanent: false, relay: true });
});

test('a chat that asked for peace is not asked again before its time; others are not held up', async () => {
  const { telegram, channel, send, error } = await sendTo('42', {
    error_code: 429,
    description: 'Too Many Requests: retry after 30',
    parameters: { retry_after: 30 },
  });
  expect(error).toMatchObject({ permanent: false, retryAfter: 30 });
  const asked = telegram.calls.length;
  expect(await send().catch((again) => again)).toMatchObject({ permanent: false, retryAfter: 30 });
  expect(telegram.calls).toHaveLength(asked);
  const other = await channel.finish(channel.compose(letter), recipientAt('43'));
  await channel.send(other, { urgent: false, timeoutMs: 20_000 });
  expect(telegram.answered.map(({ chat }) => chat)).toEqual(['43']);
});

test('a group that became a supergroup is found under its new number', async () => {
  const { telegram, error } = await sendTo('-42', {
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: -10042 },
  });
  expect(error).toMatchObject({ reference: '-10042/101' });
  expect(telegram.answered.map(({ chat }) => chat)).toEqual(['-10042']);
});

test('in a supergroup nothing answers or changes a post by the number that it had in the group', async () => {
  const { telegram, channel } = await openBoth();
  const gone = { error_code: 400, description: 'Bad Request: group chat was upgraded' };
  telegram.behave('-42', { ...gone, parameters: { migrate_to_chat_id: -10042 } });
  const chat = { ...exampleChat, thread: 'replace' as const };
  const tell = async (target: string, ...references: string[]) => {
    const posts = references.map((reference) => ({ reference, sameVersion: true }));
    const segments = channel.compose({ ...letter, chat });
    const message = await channel.finish(segments, recipientAt(target, { posts }));
    telegram.answered.length = 0;
    await channel.send(message, { urgent: false, timeoutMs: 20_000 });
    return telegram.answered.map(({ method, chat, body }) => {
      const answers = body.reply_parameters as { message_id: number } | undefined;
      return [method, chat, body.message_id ?? null, answers?.message_id ?? null];
    });
  };
  // Before anybody heard of the move, after that, and when the address itself followed.
  for (const target of ['-42', '-42', '-10042'])
    expect(await tell(target, '-42/11', '-10042/3')).toEqual([
      ['editMessageText', '-10042', 3, null],
      ['sendMessage', '-10042', null, 3],
    ]);
  expect(await tell('-42', '11')).toEqual([['sendMessage', '-10042', null, null]]);
});

test('a post that was removed meanwhile does not keep the withdrawal from being told', async () => {
  const { telegram, channel } = await openBoth();
  telegram.behave('editMessageText 42', {
    error_code: 400,
    description: 'Bad Request: message to edit not found',
  });
  const chat = { ...exampleChat, thread: 'replace' as const };
  const message = await channel.finish(
    channel.compose({ ...letter, chat }),
    recipientAt('42', { posts }),
  );
  expect(await channel.send(message, { urgent: false, timeoutMs: 20_000 })).toMatchObject({
    reference: '42/101',
  });
});

test('private chats share thirty a second, a group or a channel takes twenty a minute', async () => {
  const { channel } = await openBoth();
  expect(['', '42', '-10042', '@adviezen'].map((target) => channel.rateOf?.(target))).toEqual([
    30,
    30,
    1 / 3,
    1 / 3,
  ]);
});

test('two messages to one chat stand a second apart, and keep nobody else waiting', async () => {
  const { telegram, channel } = await openBoth();
  const send = async (target: string) =>
    channel.send(await channel.finish(channel.compose(letter), recipientAt(target)), {
      urgent: false,
      timeoutMs: 20_000,
    });
  const began = performance.now();
  const both = [send('42'), send('42')];
  await send('43');
  await Promise.all(both);
  expect(telegram.answered.map(({ chat }) => chat).toSorted()).toEqual(['42', '42', '43']);
  expect(performance.now() - began).toBeGreaterThanOrEqual(990);
});
