import { beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { runBot } from '../../src/http/bot/run.ts';
import type { Telegram } from '../channel/telegram-server.ts';
import { until } from '../fanout/fan-out.ts';
import { passage, pressed, written } from '../http/bot/people.ts';
import { bring, openBot, saidIn } from '../http/bot/webhook.ts';
import { atEnd } from '../support/at-end.ts';
import { createVersion } from '../support/decision.ts';
import type { TestHub } from '../support/hub.ts';

// Sofie is a member of the public with a Dutch telephone, Otto one with a German one.

const sofie = { chat: 42, language: 'nl' };
const otto = { chat: 43, language: 'de', name: 'Otto' };

let hub: TestHub;
let telegram: Telegram;

beforeEach(async () => {
  ({ hub, telegram } = await openBot());
});

const subscriptions = () => hub.sql`
  SELECT a.target, a.lane, s.language, s.urgent_only, s.ended_at IS NOT NULL AS ended, a.disabled_at IS NOT NULL AS disabled
  FROM subscriptions s JOIN addresses a ON a.subscription_id = s.id ORDER BY s.id`;
const outcomes = async () =>
  (await hub.sql<{ outcome: string }[]>`SELECT outcome FROM bot_updates ORDER BY at`).map(
    ({ outcome }) => outcome,
  );
const last = (chat: number) => saidIn(telegram, chat).at(-1);
const says = (chat: number, title: string) =>
  last(chat)?.buttons.find(({ text }) => text === title)?.callback_data ?? '';

describe('in a private chat', () => {
  test('somebody is greeted in the language of their telephone, and a button subscribes', async () => {
    expect(await bring(hub, written(sofie, '/start'))).toBe(200);
    expect(last(42)?.text).toContain('U krijgt in deze chat geen openbare');
    await bring(hub, pressed(sofie, { data: says(42, 'Alleen urgente') }));
    expect(last(42)?.text).toContain('alleen de urgente');
    expect(telegram.answered.at(-1)?.method).toBe('answerCallbackQuery');
    const row = { target: '42', lane: 'telegram', language: 'nl', urgentOnly: true };
    expect(await subscriptions()).toEqual([{ ...row, ended: false, disabled: false }]);
    await bring(hub, written(otto, '/start'));
    expect(last(43)?.text).toContain('You receive no public');
  });

  test('a choice is changed, spoken in another language and ended, with one subscription and a row for each', async () => {
    for (const text of ['/all', '/urgent', '/nl', '/nl', 'Stop'])
      await bring(hub, written(otto, text));
    expect(await subscriptions()).toMatchObject([
      { language: 'nl', urgentOnly: true, ended: true },
    ]);
    expect(last(43)?.text).toContain('U krijgt in deze chat geen');
    const rows = await hub.sql`SELECT action, origin FROM audit_entries ORDER BY id`;
    expect(rows.map(({ action }) => action)).toEqual([
      'subscribe',
      'change subscription',
      'change subscription',
      'unsubscribe',
    ]);
    await bring(hub, written(otto, '/all'));
    expect((await subscriptions()).map(({ ended }) => ended)).toEqual([true, false]);
  });

  test('the newest advisories are named with a link, and nothing above CLEAR is', async () => {
    await bring(hub, written(sofie, '/laatste'));
    expect(last(42)?.text).toBe('Er zijn nog geen openbare adviezen.');
    await createVersion(hub, { tlp: 'CLEAR', urgent: true });
    await createVersion(hub, { tlp: 'GREEN', urgent: true });
    await bring(hub, written(sofie, '/laatste'));
    expect(last(42)?.text).toContain('NCSC-2020-1 [1.00] [H/H]\nEen titel');
    expect(last(42)?.text).not.toContain('NCSC-2020-2');
    expect(JSON.stringify(telegram.answered.at(-1)?.body.entities)).toContain(
      'https://hub.test/advisories/NCSC-2020-1?language=nl',
    );
  });

  test('whoever says something else is told what there is', async () => {
    for (const text of ['hallo', '', '😀'.repeat(2000), '/start'.repeat(100)])
      expect(await bring(hub, written(sofie, text))).toBe(200);
    expect(saidIn(telegram, 42).map(({ text }) => text.includes('/laatste'))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('who shuts the bot out is sent nothing, until they speak to it again', async () => {
    await bring(hub, written(sofie, '/all'));
    await bring(hub, passage(sofie, 'kicked'));
    expect(await subscriptions()).toMatchObject([{ disabled: true, ended: false }]);
    await bring(hub, written(sofie, '/start'));
    expect(await subscriptions()).toMatchObject([{ disabled: false }]);
    await hub.sql`UPDATE addresses SET disabled_at = now(), disabled_reason = 'a wish of the owner'`;
    await bring(hub, passage(sofie, 'member'));
    expect(await subscriptions()).toMatchObject([{ disabled: true }]);
  });
});

describe('an update', () => {
  test('that comes again does nothing again', async () => {
    const first = written(sofie, '/all');
    const second = written(sofie, '/stop');
    for (const update of [first, second, first, second]) expect(await bring(hub, update)).toBe(200);
    expect(saidIn(telegram, 42)).toHaveLength(2);
    expect(await subscriptions()).toMatchObject([{ ended: true }]);
  });

  test('that Telegram lets nobody answer comes again, and then says it', async () => {
    telegram.behave('42', {
      error_code: 429,
      description: 'later',
      parameters: { retry_after: 3 },
    });
    const update = written(sofie, '/all');
    expect(await bring(hub, update)).toBe(503);
    telegram.forgive('42');
    expect(await bring(hub, update)).toBe(200);
    expect(await subscriptions()).toHaveLength(1);
    expect(saidIn(telegram, 42)).toHaveLength(1);
  });

  test('without the secret is nobody’s, and one that makes no sense is dropped', async () => {
    for (const shown of ['', 'another-secret-of-this-test', 'a-secret-of-this-tes'])
      expect(await bring(hub, written(sofie, '/all'), shown)).toBe(401);
    expect(await bring(hub, 'no json')).toBe(400);
    expect(
      await bring(hub, `{"update_id": 1, "message": {"text": "${'x'.repeat(300_000)}"}}`),
    ).toBe(413);
    for (const odd of [7, null, {}, { update_id: -1 }, { update_id: 1, message: { chat: 'no' } }])
      expect(await bring(hub, odd)).toBe(200);
    const { message } = written(sofie, '/all') as { message?: object };
    const group = { id: -5, type: 'group' };
    expect(await bring(hub, { update_id: 900_001, message: { ...message, chat: group } })).toBe(
      200,
    );
    expect(await bring(hub, { update_id: 900_002, poll: {} })).toBe(200);
    expect(await bring(hub, pressed(sofie, { data: 'bot:all:fr' }))).toBe(200);
    expect(await outcomes()).toEqual([
      'dropped: not a private chat',
      'dropped: of another kind',
      'dropped: not a button of ours',
    ]);
    expect(await subscriptions()).toEqual([]);
    expect(telegram.calls).toEqual([]);
  });

  test('is nobody’s where no secret is set', async () => {
    const { hub: other } = await openBot({ telegram: undefined });
    expect(await bring(other, written(sofie, '/all'))).toBe(404);
  });
});

describe('a hub on Node', () => {
  const methods = () => telegram.calls.map(({ method }) => method);

  test('asks Telegram by itself, one process at a time, and another takes over', async () => {
    const { token, apiRoot } = telegram;
    const config = {
      ...hub.config,
      telegram: { token, apiRoot, webhookSecret: undefined, botName: undefined },
    };
    const first = runBot({ ...hub, config });
    await until(() => expect(methods()).toContain('getUpdates'));
    const other = runBot({ ...hub, config });
    atEnd(async () => {
      await first.stop();
      await other.stop();
    });
    telegram.tell(written(sofie, '/all'));
    await until(async () => expect(await subscriptions()).toHaveLength(1));
    await until(() => expect(saidIn(telegram, 42)).toHaveLength(1));
    expect(methods().filter((method) => method === 'deleteWebhook')).toHaveLength(1);
    await first.stop();
    telegram.tell(written(otto, '/all'));
    await until(async () => expect(await subscriptions()).toHaveLength(2));
    await until(() => expect(saidIn(telegram, 43)).toHaveLength(1));
    expect(saidIn(telegram, 42)).toHaveLength(1);
  });

  test('tells Telegram where to call, and tries again while it does not listen', async () => {
    telegram.behave('setWebhook ', { error_code: 500, description: 'not now' });
    const bot = runBot(hub);
    atEnd(() => bot.stop());
    await until(() => expect(methods()).toContain('setWebhook'));
    telegram.forgive('setWebhook ');
    await until(() => expect(methods().filter((name) => name === 'setMyCommands')).toHaveLength(2));
    expect(telegram.answered.find(({ method }) => method === 'setWebhook')?.body).toEqual({
      url: 'https://hub.test/telegram/updates',
      secret_token: 'a-secret-of-this-test',
      allowed_updates: ['message', 'callback_query', 'my_chat_member'],
    });
  });
});

test('the page on which people subscribe leads to the bot, where there is one', async () => {
  const page = async (at: TestHub) => (await createApp(() => at).request('/nl/subscribe')).text();
  expect(await page(hub)).toContain('href="https://t.me/hub_bot"');
  expect(await page((await openBot({ telegram: undefined })).hub)).not.toContain('t.me');
});

test('no chat, name or word of anybody is in the log', async () => {
  await bring(
    hub,
    written({ ...sofie, chat: 987_654_321, name: 'Sofie de Vries' }, 'geheim woord'),
  );
  telegram.behave('987654321', { error_code: 500, description: 'no' });
  await bring(hub, written({ ...sofie, chat: 987_654_321 }, '/all'));
  const log = hub.lines.join('\n');
  expect(log).toContain('"action":"bot"');
  expect(log).not.toMatch(/987654321|Sofie|geheim|a-secret-of/);
});
