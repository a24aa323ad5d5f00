import { beforeEach, expect, test } from 'vitest';
import { approveNotice } from '../../src/advisory/approve-notice.ts';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { draftNotice } from '../../src/advisory/draft-notice.ts';
import { publishNotice } from '../../src/advisory/publish-notice.ts';
import { submitNotice } from '../../src/advisory/submit-notice.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { addPublicChannel } from '../../src/audience/add-public-channel.ts';
import { findAddress } from '../../src/audience/address.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { removePublicChannel } from '../../src/audience/remove-public-channel.ts';
import { createTelegram } from '../../src/channel/telegram/telegram.ts';
import { dispatchByHand } from '../../src/fanout/dispatch-by-hand.ts';
import { preview } from '../../src/fanout/preview.ts';
import type { Hub } from '../../src/hub.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTelegram, type Telegram } from '../channel/telegram-server.ts';
import { startFanout, until, untilFinal } from '../fanout/fan-out.ts';
import { countStates, findDelivery } from '../fanout/ledger.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestHub } from '../support/hub.ts';

let hub: Hub;
let people: People;
let telegram: Telegram;
let audienceId: number;

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
  audienceId = await addAudience(hub, {
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

const numberOf = (reference = '') => Number(reference.split('/')[1]);

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
  expect(channel[1]?.reply_parameters).toMatchObject({ message_id: numberOf(one?.reference) });
  expect(channel[2]?.message_id).toBe(numberOf(two?.reference));
  expect(channel[2]?.text).toContain('This was wrong.');
  expect(channel[3]?.text).toBe(channel[2]?.text);
  expect(channel[3]?.reply_parameters).toMatchObject({ message_id: numberOf(one?.reference) });
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
  // The law says that a vital provider is reached: somebody has to look for another way.
  expect(await hub.sql`SELECT kind, subject FROM tasks`).toEqual([
    { kind: 'address stopped working', subject: `address:${id}` },
  ]);
});

test('a notice is posted too, under the first post on its advisory', async () => {
  const { advisoryId } = await toPublication(hub, people);
  await untilFinal(hub);
  const text = { title: 'Turn it off where you can', body: 'The CSIRT advises …' };
  for (const about of [{ advisoryId }, {}]) {
    const { id: noticeId } = await draftNotice(hub, {
      ...about,
      kind: 'press release',
      tlp: 'CLEAR',
      content: { nl: text, en: text },
      operatorId: people.anouk,
    });
    await submitNotice(hub, { noticeId, operatorId: people.anouk });
    await approveNotice(hub, { noticeId, operatorId: people.pieter });
    await publishNotice(hub, { noticeId, operatorId: people.dewi });
    const reason = 'publication' as const;
    await dispatchByHand(hub, { noticeId, audienceId, reason, operatorId: people.dewi });
    await untilFinal(hub);
  }
  const [first, under, alone] = saidTo('@ncsc_nl');
  const [{ reference }] = await hub.sql<[{ reference: string }]>`
    SELECT d.reference FROM deliveries d JOIN addresses a ON a.id = d.address_id
    WHERE a.target = '@ncsc_nl' ORDER BY d.id LIMIT 1`;
  expect(first?.text).toContain('NCSC-');
  expect(under?.text).toContain('Press release: Turn it off');
  expect(under?.reply_parameters).toMatchObject({ message_id: numberOf(reference) });
  expect(alone?.text).toContain('Press release: Turn it off');
  expect(alone?.reply_parameters).toBeUndefined();
});

test('a chat that asks for peace holds up no other, and is not asked before its time', async () => {
  const operatorId = people.fatima;
  const [{ id: organisationId }] = await hub.sql<[{ id: number }]>`SELECT id FROM organisations`;
  for (const target of ['43', '44'])
    await addContact(hub, {
      name: `Eline ${target}`,
      organisations: [{ organisationId, role: 'CTO' }],
      addresses: [{ channel: 'telegram', target, verified: true }],
      operatorId,
    });
  const parameters = { retry_after: 3600 };
  telegram.behave('42', { error_code: 429, description: 'Too Many Requests', parameters });
  await toPublication(hub, people);
  await until(async () => expect(await countStates(hub)).toEqual({ sent: 3, queued: 1 }));
  const left = await findDelivery(hub, '42');
  expect(left).toMatchObject({ state: 'queued', attempts: 1, handedAt: null });
  expect(left.waits).toBeGreaterThan(3000);
  telegram.forgive('42');
  // It is not asked before its time, whatever the queue says.
  await hub.sql`UPDATE deliveries SET due_at = clock_timestamp() WHERE state = 'queued'`;
  await until(async () =>
    expect(await findDelivery(hub, '42')).toMatchObject({ state: 'queued', attempts: 2 }),
  );
  expect(saidTo('42')).toEqual([]);
});

test('a channel that was removed is told nothing more, and stands once in the record as skipped', async () => {
  const [{ id: addressId }] = await hub.sql<[{ id: number }]>`
    SELECT id FROM addresses WHERE target = '@ncsc_nl'`;
  const { advisoryId } = await toPublication(hub, people);
  await untilFinal(hub);
  const operatorId = people.fatima;
  await removePublicChannel(hub, { addressId, operatorId });
  await toPublication(hub, people, { advisoryId, change: 'raised' });
  await untilFinal(hub);
  await toPublication(hub, people);
  await untilFinal(hub);
  expect(saidTo('@ncsc_nl')).toHaveLength(1);
  const skipped = await hub.sql`SELECT detail FROM deliveries WHERE state = 'skipped'`;
  expect(skipped).toEqual([{ detail: 'the channel was removed' }]);
  await addPublicChannel(hub, { name: 'NCSC', target: '@NCSC_nl', language: 'nl', operatorId });
  await toPublication(hub, people);
  await untilFinal(hub);
  expect(saidTo('@ncsc_nl')).toHaveLength(2);
});
