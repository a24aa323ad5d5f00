import { beforeEach, describe, expect, test } from 'vitest';
import { recountAnswers } from '../../src/acknowledgement/recount-answers.ts';
import { addPublicChannel } from '../../src/audience/add-public-channel.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { disableAddress } from '../../src/audience/disable-address.ts';
import { issueChatCode } from '../../src/audience/issue-chat-code.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { runFanout } from '../../src/fanout/run.ts';
import { createApp } from '../../src/http/app.tsx';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import type { Telegram } from '../channel/telegram-server.ts';
import { untilFinal } from '../fanout/fan-out.ts';
import { passage, pressed, written } from '../http/bot/people.ts';
import { bring, openBot, type Said, saidIn } from '../http/bot/webhook.ts';
import { createApiVisitor } from '../support/api-visitor.ts';
import { atEnd } from '../support/at-end.ts';
import type { TestHub } from '../support/hub.ts';
import { keyFor, signIn } from '../support/sign-in.ts';

// Karim is a contact of a vital provider, Otto somebody who would like to be.

const karim = { chat: 42, language: 'nl', name: 'Karim' };
const otto = { chat: 43, language: 'nl', name: 'Otto' };

let hub: TestHub;
let telegram: Telegram;
let people: People;
let contactId: number;

beforeEach(async () => {
  ({ hub, telegram } = await openBot());
  people = await hirePeople(hub);
  const operatorId = people.fatima;
  const kind = 'vital provider' as const;
  const organisationId = await addOrganisation(hub, { name: 'Net', kind, operatorId });
  const organisations = [{ organisationId, role: 'CISO' }];
  contactId = await addContact(hub, { name: 'Karim', organisations, operatorId });
  await addPublicChannel(hub, { name: 'NCSC', target: '@ncsc_nl', language: 'nl', operatorId });
  const selection = { kinds: [kind], public: true };
  const tlpCeiling = 'RED' as const;
  const audienceId = await addAudience(hub, { name: 'all', selection, tlpCeiling, operatorId });
  const how = { channelRule: 'every' as const, pointerAbove: true };
  await addPolicyLine(hub, { position: 1, audienceId, ...how, operatorId });
});

async function startSending() {
  const channels = channelsOf(hub);
  const fanout = await runFanout(hub, channels, linksOf(hub));
  atEnd(async () => {
    await Promise.all(channels.map((channel) => channel.close()));
    await fanout.stop();
  });
}

const codeFor = async () =>
  (await issueChatCode(hub, { contactId, operatorId: people.fatima })).code;
const addresses = () => hub.sql`
  SELECT target, lane, preference, verified_at IS NOT NULL AS verified, disabled_at IS NOT NULL AS disabled
  FROM addresses WHERE contact_id IS NOT NULL ORDER BY id`;
const linked = { target: '42', lane: 'telegram', verified: true, disabled: false };

/** Karim links his chat and is told of a version; the promise is its message there. */
async function told(): Promise<{ versionId: number; message: Said }> {
  await bring(hub, written(karim, `/koppel ${await codeFor()}`));
  await startSending();
  const { id } = await toPublication(hub, people);
  await untilFinal(hub);
  const message = saidIn(telegram, 42).at(-1) as Said;
  return { versionId: id, message };
}
const buttonOf = ({ buttons }: Said, title: string) =>
  buttons.find(({ text }) => text.includes(title))?.callback_data ?? 'no such button';
const answersTo = (versionId: number) => hub.sql`
  SELECT choice, origin, provenance, suspicion, said_by FROM acknowledgements WHERE version_id = ${versionId} ORDER BY id`;
const toasts = () =>
  telegram.answered
    .filter(({ method }) => method === 'answerCallbackQuery')
    .map(({ body }) => body.text);

describe('a code', () => {
  test('links the chat once, and the trail says by whom it was made and used', async () => {
    const code = await codeFor();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const update = written(karim, `/start ${code}`);
    for (const again of [update, update, written(karim, code.toLowerCase())])
      expect(await bring(hub, again)).toBe(200);
    expect(saidIn(telegram, 42).map(({ text }) => text.startsWith('Gelukt'))).toEqual([true, true]);
    expect(await addresses()).toEqual([{ ...linked, preference: 0 }]);
    await bring(hub, written(otto, code));
    expect(saidIn(telegram, 43).at(-1)?.text).toContain('Deze code werkt niet');
    expect(await addresses()).toHaveLength(1);
    const rows = await hub.sql`
      SELECT actor, action FROM audit_entries WHERE action LIKE '%chat%' ORDER BY id`;
    expect(rows).toEqual([
      { actor: `operator:${people.fatima}`, action: 'issue chat code' },
      { actor: `contact:${contactId}`, action: 'link chat' },
    ]);
    const kept = JSON.stringify(
      await hub.sql`SELECT k.*, encode(hash, 'escape') FROM chat_codes k`,
    );
    expect(kept + hub.lines.join()).not.toContain(code.slice(0, 4));
  });

  test('works no more after a newer one, nor after a day', async () => {
    const [first, second] = [await codeFor(), await codeFor()];
    await bring(hub, written(karim, first));
    await hub.sql`UPDATE chat_codes SET expires_at = clock_timestamp()`;
    await bring(hub, written(karim, second));
    expect(await addresses()).toEqual([]);
  });

  test('is not found by trying: a chat that sends wrong ones has to wait, another does not', async () => {
    const code = await codeFor();
    for (let time = 0; time < 6; time += 1) await bring(hub, written(otto, 'AAAA-BBBB-CCCC'));
    await bring(hub, written(otto, code));
    expect(saidIn(telegram, 43).at(-1)?.text).toContain('te veel verkeerde codes');
    expect(await addresses()).toEqual([]);
    await bring(hub, written(karim, code));
    expect(await addresses()).toHaveLength(1);
  });

  test('is made by an administrator alone, in the API and the console, and shown once', async () => {
    const app = createApp(() => hub);
    const fatima = await createApiVisitor(app, await keyFor(hub, people.fatima));
    const made = await fatima.post(`/contacts/${contactId}/chat-codes`);
    expect(made.body.link).toBe(`https://t.me/hub_bot?start=${made.body.code}`);
    const dewi = await createApiVisitor(app, await keyFor(hub, people.dewi));
    expect((await dewi.post(`/contacts/${contactId}/chat-codes`)).status).toBe(403);
    const headers = await signIn(hub, people.fatima);
    const at = `/console/contacts/${contactId}`;
    expect(await (await app.request(at, { headers })).text()).toContain(`${at}/chat-code`);
    const page = await app.request(`${at}/chat-code`, { method: 'POST', headers });
    expect(page.headers.get('cache-control')).toContain('no-store');
    const [code = ''] = /[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(await page.text()) ?? [];
    await bring(hub, written(karim, code));
    expect(await addresses()).toHaveLength(1);
  });
});

describe('in a linked chat', () => {
  test('one press answers for the organisation, and the message shows what was answered', async () => {
    const { versionId, message } = await told();
    expect(message.text).toContain('[TLP:CLEAR]');
    const keyboard = message.buttons.map((button) => [button]);
    const press = pressed(karim, {
      data: buttonOf(message, 'mee bezig'),
      messageId: 107,
      keyboard,
    });
    expect(await bring(hub, press)).toBe(200);
    const [answer, ...others] = await answersTo(versionId);
    expect(others).toEqual([]);
    const provenance = { view: expect.any(String), channel: 'telegram' };
    expect(answer).toMatchObject({
      choice: 'acting',
      origin: 'button',
      provenance,
      suspicion: null,
    });
    expect(await recountAnswers(hub)).toEqual([]);
    const [rolled] = await hub.sql`SELECT choice FROM organisation_dispatches`;
    expect(rolled?.choice).toBe('acting');
    const edit = telegram.answered.find(({ method }) => method === 'editMessageReplyMarkup');
    expect(edit?.body.message_id).toBe(107);
    const shown = edit?.body.reply_markup as { inline_keyboard: { text: string }[][] };
    expect(shown.inline_keyboard.flat().map(({ text }) => text)).toEqual([
      'Ontvangen: we gaan ernaar kijken',
      '✓ We zijn ermee bezig',
      'Dit geldt niet voor ons',
      'Bel ons',
      'Bevestig de ontvangst',
    ]);
    expect(toasts()).toEqual(['Uw antwoord: We zijn ermee bezig']);
    // Changed later, and an old press that Telegram tells again does not take that back.
    await bring(
      hub,
      pressed(karim, { data: buttonOf(message, 'Bel ons'), keyboard: shown.inline_keyboard }),
    );
    await bring(hub, press);
    expect((await answersTo(versionId)).map(({ choice }) => choice)).toEqual(['acting', 'call us']);
  });

  test('a press counts in its own chat alone, and only as long as the chat is the contact’s', async () => {
    const { versionId, message } = await told();
    const data = buttonOf(message, 'Ontvangen');
    await bring(hub, pressed(otto, { data }));
    for (const forged of [
      data.slice(0, -1),
      'ack:received:1.aaaaaaaaaa',
      data.replace('received', 'paid'),
    ])
      await bring(hub, pressed(karim, { data: forged }));
    const [address] = await hub.sql<
      [{ id: number }]
    >`SELECT id FROM addresses WHERE contact_id IS NOT NULL`;
    const reason = 'left the company';
    await disableAddress(hub, { addressId: address.id, reason, operatorId: people.fatima });
    await bring(hub, pressed(karim, { data }));
    expect(await answersTo(versionId)).toEqual([]);
    expect(new Set(toasts())).toEqual(
      new Set(['Dit bericht vraagt geen antwoord (meer) van deze chat.']),
    );
  });

  test('a public post asks nothing, and no press under it is an answer', async () => {
    const { versionId } = await told();
    const post = telegram.answered.find(({ chat }) => chat === '@ncsc_nl');
    expect(post?.body.reply_markup).toBeUndefined();
    const [row] = await hub.sql<[{ id: number }]>`
      SELECT d.id FROM deliveries d JOIN addresses a ON a.id = d.address_id WHERE a.target = '@ncsc_nl'`;
    const data = `ack:received:${linksOf(hub).key(row.id)}`;
    await bring(hub, pressed(karim, { data }));
    expect(await answersTo(versionId)).toEqual([]);
  });

  test('who presses for a shared mailbox is named', async () => {
    await hub.sql`UPDATE contacts SET functional = true`;
    const { versionId, message } = await told();
    await bring(hub, pressed(karim, { data: buttonOf(message, 'Ontvangen') }));
    expect(await answersTo(versionId)).toMatchObject([{ choice: 'received', saidBy: 'Karim' }]);
  });

  test('above CLEAR only that something waits, without choices', async () => {
    await bring(hub, written(karim, await codeFor()));
    await startSending();
    await toPublication(hub, people, { tlp: 'AMBER' });
    await untilFinal(hub);
    const [pointer] = saidIn(telegram, 42).slice(-1);
    expect(JSON.stringify(pointer)).not.toMatch(/NCSC-20|AMBER|ack:/);
    expect(pointer?.text).toContain('Er staat een advies voor u klaar');
  });

  test('who shuts the bot out is unreached at once, and reached again once they come back', async () => {
    await bring(hub, written(karim, await codeFor()));
    await bring(hub, passage(karim, 'kicked'));
    expect(await addresses()).toMatchObject([{ disabled: true }]);
    await bring(hub, passage(karim, 'member'));
    expect(await addresses()).toEqual([{ ...linked, preference: 0 }]);
  });
});
