import { beforeEach, expect, test } from 'vitest';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { addPublicChannel } from '../../src/audience/add-public-channel.ts';
import { findAddress } from '../../src/audience/address.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { createTelegram } from '../../src/channel/telegram/telegram.ts';
import { preview } from '../../src/fanout/preview.ts';
import type { Hub } from '../../src/hub.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTelegram, type Telegram } from '../channel/telegram-server.ts';
import { startFanout, untilFinal } from '../fanout/fan-out.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestHub } from '../support/hub.ts';

let hub: Hub;
let people: People;
let telegram: Telegram;

/** The public has a channel, and Karim of a vital provider a chat of his own. */
beforeEach(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  telegram = await openTelegram();
  atEnd(() => telegram.close());
  const operatorId = people.fatima;
  await addPublicChannel(hub, { name: 'NCSC', target: '@ncsc_nl', language: 'en', operatorId });
  const organisationId = await addOrganisation(hub, {
    name: 'Net',
    kind: 'vital provider',
    operatorId,
  });
  await addContact(hub, {
    name: 'Karim',
    organisations: [{ organisationId, role: 'CISO' }],
    addresses: [{ channel: 'telegram', target: '42', verified: true }],
    operatorId,
  });
  const selection = { kinds: ['vital provider' as const], public: true };
  const audienceId = await addAudience(hub, {
    name: 'all',
    selection,
    tlpCeiling: 'RED',
    operatorId,
  });
  await addPolicyLine(hub, {
    position: 1,
    audienceId,
    channelRule: 'every',
    pointerAbove: true,
    operatorId,
  });
  await startFanout(hub, createTelegram(telegram));
});

/** What a chat was sent or had changed, in order. */
const saidTo = (chat: string) =>
  telegram.answered
    .filter((call) => call.chat === chat)
    .map(({ method, body }) => ({ method, ...body }) as Record<string, unknown>);

test('an update answers the first post, a withdrawal changes the posts of its version', async () => {
  const first = await toPublication(hub, people);
  await untilFinal(hub);
  const second = await toPublication(hub, people, {
    advisoryId: first.advisoryId,
    change: 'raised',
  });
  await untilFinal(hub);
  const statement = { nl: 'Dit klopte niet.', en: 'This was wrong.' };
  await withdraw(hub, { versionId: second.id, statement, operatorId: people.dewi });
  const reason = 'withdrawal';
  const asked = { versionId: second.id, operatorId: people.pieter };
  const { previewId } = await preview(hub, { ...asked, reason });
  await approveWithdrawal(hub, { ...asked, previewId });
  await untilFinal(hub);

  const channel = saidTo('@ncsc_nl');
  expect(channel.map(({ method }) => method)).toEqual([
    'sendMessage',
    'sendMessage',
    'editMessageText',
    'sendMessage',
  ]);
  const [one, two] = await hub.sql<{ reference: string }[]>`
    SELECT d.reference FROM deliveries d JOIN addresses a ON a.id = d.address_id
    WHERE a.target = '@ncsc_nl' ORDER BY d.id`;
  expect(channel[0]?.reply_parameters).toBeUndefined();
  expect(channel[0]?.reply_markup).toBeUndefined();
  expect(channel[1]?.reply_parameters).toMatchObject({ message_id: Number(one?.reference) });
  expect(channel[2]?.message_id).toBe(Number(two?.reference));
  expect(channel[2]?.text).toContain('This was wrong.');
  expect(channel[3]?.text).toBe(channel[2]?.text);
  expect(channel[3]?.reply_parameters).toMatchObject({ message_id: Number(one?.reference) });
  // A contact's post offers the choices and leads to its own page; a channel's asks nothing of anybody.
  const buttons = JSON.stringify(saidTo('42')[0]?.reply_markup);
  expect(buttons).toMatch(/https:\/\/hub\.test\/\d/);
  expect(buttons).toContain('ack:received:');
});

test('above CLEAR the channel is told nothing, and a linked contact that something waits: nothing else', async () => {
  const first = await toPublication(hub, people);
  await untilFinal(hub);
  telegram.answered.length = 0;
  await toPublication(hub, people, {
    advisoryId: first.advisoryId,
    change: 'raised',
    tlp: 'AMBER',
  });
  await untilFinal(hub);
  expect(saidTo('@ncsc_nl')).toEqual([]);
  const [pointer] = saidTo('42');
  expect(saidTo('42')).toHaveLength(1);
  expect(pointer?.text).toMatch(/^NCSC|^Er staat/);
  expect(JSON.stringify(pointer)).not.toMatch(/NCSC-20|AMBER|H\/H|ack:/);
  expect(pointer?.reply_parameters).toBeUndefined();
});

test('a chat that is no more is put out of use, with the reason, and the trail says so', async () => {
  telegram.behave('42', { error_code: 403, description: 'Forbidden: bot was blocked by the user' });
  await toPublication(hub, people);
  expect(await untilFinal(hub)).toMatchObject({ failed: 1, sent: 1 });
  const [{ id }] = await hub.sql<[{ id: number }]>`SELECT id FROM addresses WHERE target = '42'`;
  const address = await findAddress(hub.sql, id);
  expect(address.disabledReason).toBe('Telegram 403: Forbidden: bot was blocked by the user');
  const rows = await hub.sql`
    SELECT actor, action FROM audit_entries WHERE object = ${`address:${id}`} AND action = 'disable'`;
  expect(rows).toEqual([expect.objectContaining({ actor: 'system', action: 'disable' })]);
});
