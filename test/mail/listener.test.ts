import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mostBytes } from '../../src/acknowledgement/inbound/mail.ts';
import { readConfig } from '../../src/config.ts';
import { verify } from '../../src/fanout/verify.ts';
import { createApp } from '../../src/http/app.tsx';
import { createApiVisitor } from '../support/api-visitor.ts';
import {
  createAddress,
  createContact,
  createOperator,
  createOrganisation,
} from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { openPostOffice, ownAddress, replyFrom, reportOn } from '../support/inbound.ts';
import { createDelivery, createDispatch, createIssue } from '../support/ledger.ts';
import { inventKeys } from '../support/settings.ts';
import { keyFor } from '../support/sign-in.ts';

const inbound = { port: 0, host: '127.0.0.1', protocol: 'smtp' as const };
const hub = await openTestHub({ mail: { inbound } });
const office = await openPostOffice(hub);
let dispatchId: number;
let organisationId: number;
let count = 0;
const target = 'karim@water.example';
let deliveryId: number;
let addressId: number;

beforeAll(async () => {
  dispatchId = await createDispatch(hub, { versionId: await createIssue(hub) });
  organisationId = await createOrganisation(hub, { name: 'Waterbedrijf' });
});

beforeEach(async () => {
  count += 1;
  const organisationIds = [organisationId];
  const contactId = await createContact(hub, { name: `Karim ${count}`, organisationIds });
  addressId = await createAddress(hub, { contactId, target });
  const sent = { dispatchId, contactId, organisationIds, addressId };
  deliveryId = await createDelivery(hub, sent);
  await hub.sql`
    INSERT INTO dispatch_deltas (dispatch_id, at, channel, sent) VALUES (${dispatchId}, hub_now(), 'email', 1)`;
});

const to = (purpose: 'bounce' | 'reply' | 'unsubscribe') => ownAddress(hub, purpose, deliveryId);
const find = async () => {
  const [row] = await hub.sql`
    SELECT d.state, d.detail, a.disabled_reason FROM deliveries d JOIN addresses a ON a.id = d.address_id
    WHERE d.id = ${deliveryId}`;
  return row;
};
const report = (action: string, status: string, words = '') =>
  office.bring({ to: to('bounce'), raw: reportOn({ target, action, status, words }) });

describe('a report', () => {
  test.each([
    ['delivered', '2.0.0', 'delivered', null],
    ['failed', '4.4.1', 'bounced', null],
    ['failed', '5.7.1', 'bounced', null],
    ['failed', '5.1.1', 'bounced', 'mail came back: 5.1.1 550 No such user'],
    ['delayed', '4.4.1', 'sent', null],
    ['relayed', '2.0.0', 'sent', null],
  ])('that says %s %s leaves it %s', async (action, status, state, why) => {
    await report(action, status, '550 No such user');
    expect(await find()).toMatchObject({ state, disabledReason: why });
    expect(await verify(hub)).toEqual([]);
  });

  test('settles once, whatever comes after', async () => {
    await report('failed', '5.1.1');
    expect(await report('delivered', '2.0.0')).toContain('dropped: settled already');
    expect(await find()).toMatchObject({ state: 'bounced' });
    expect(await verify(hub)).toEqual([]);
  });

  test('leaves its row in the audit trail, without an address', async () => {
    await report('failed', '5.1.1', `550 <${target}> unknown`);
    const entries = await hub.sql`
      SELECT action, object, result, detail::text FROM audit_entries ORDER BY id DESC LIMIT 3`;
    expect(entries.map(({ action, object }) => `${action} ${object.split(':')[0]}`)).toEqual([
      'open task',
      'disable address',
      'settle dispatch',
    ]);
    expect(JSON.stringify(entries)).not.toContain('@');
  });

  test('that comes before its delivery is settled waits for that', async () => {
    await hub.sql`UPDATE deliveries SET state = 'sending' WHERE id = ${deliveryId}`;
    const brought = report('failed', '5.1.1');
    await hub.sql`UPDATE deliveries SET state = 'sent' WHERE id = ${deliveryId}`;
    expect(await brought).toContain('bounced');
  });
});

describe('what makes no sense', () => {
  test.each([
    ['garbage', 'bounce', '\0\uFFFD not mail at all'],
    ['a report that says nothing', 'bounce', reportOn({ target, action: 'x', status: 'y' })],
    ['a report on an answer', 'reply', reportOn({ target, action: 'failed', status: '5.1.1' })],
    ['a letter for the bounces', 'bounce', replyFrom(target, 'Hello?')],
    ['an unsubscription of a contact', 'unsubscribe', replyFrom(target, 'unsubscribe')],
  ] as const)('%s is taken, dropped and counted', async (_, purpose, raw) => {
    const counted = async () =>
      (
        await hub.sql<[{ n: number }]>`
        SELECT coalesce(sum(messages), 0)::int AS n FROM inbound_mail_counts WHERE outcome = 'dropped'`
      )[0].n;
    const before = await counted();
    expect(await office.bring({ to: to(purpose), raw })).toContain('dropped');
    expect(await counted()).toBe(before + 1);
    expect(await find()).toMatchObject({ state: 'sent', disabledReason: null });
  });

  test.each(['postmaster@hub.test', 'stranger@elsewhere.example', 'bounce+7.aaaaaaaaaa@hub.test'])(
    'mail for %s is refused at RCPT: nothing is relayed',
    async (address) => {
      await expect(office.bring({ to: address, raw: 'x' })).rejects.toMatchObject({
        responseCode: 550,
      });
    },
  );

  test('a message that is too large is refused', async () => {
    const raw = `Subject: x\r\n\r\n${'a'.repeat(mostBytes)}`;
    await expect(office.bring({ to: to('bounce'), raw })).rejects.toMatchObject({
      responseCode: 552,
    });
  });
});

describe('an answer', () => {
  const answers = () => hub.sql`
    SELECT choice, remark, suspicion, origin FROM acknowledgements WHERE delivery_id = ${deliveryId} ORDER BY id`;
  const reply = (from: string, text: string, headers: string[] = []) =>
    office.bring({ from, to: to('reply'), raw: replyFrom(from, text, headers) });

  test('acknowledges with what it says, and twice is once', async () => {
    await reply('Karim@Water.example', 'Dank, gezien.');
    expect(await reply('Karim@Water.example', 'Dank, gezien.')).toContain('acknowledged');
    expect(await answers()).toEqual([
      { choice: 'received', remark: 'Dank, gezien.', suspicion: null, origin: 'reply' },
    ]);
  });

  test('that names a choice makes it, and a later word of thanks does not undo it', async () => {
    await reply(target, 'We zijn ermee bezig.');
    await reply(target, 'Dank nogmaals.');
    expect((await answers()).map(({ choice }) => choice)).toEqual(['acting', 'acting']);
  });

  test.each([
    ['of somebody else', 'otto@elsewhere.example', []],
    ['of a machine', target, ['Auto-Submitted: auto-replied']],
  ])('%s acknowledges nothing', async (_, from, headers) => {
    expect(await reply(from, 'Received', headers)).toContain('dropped');
    expect(await answers()).toEqual([]);
  });

  test('that reads like an absence message is kept and does not count', async () => {
    expect(await reply(target, 'Ik ben op vakantie.')).toContain('doubted');
    expect(await answers()).toMatchObject([{ suspicion: 'it reads like an absence message' }]);
  });
});

test('an unsubscription by mail ends the subscription, once', async () => {
  const [subscription] = await hub.sql<[{ id: number }]>`
    INSERT INTO subscriptions (language, created_at, confirmed_at) VALUES ('nl', hub_now(), hub_now()) RETURNING id`;
  await hub.sql`
    UPDATE addresses SET contact_id = NULL, subscription_id = ${subscription.id} WHERE id = ${addressId}`;
  const raw = replyFrom(target, 'unsubscribe');
  expect(await office.bring({ to: to('unsubscribe'), raw })).toContain('unsubscribed');
  expect(await office.bring({ to: to('unsubscribe'), raw })).toContain('ended already');
  const [ended] = await hub.sql`SELECT ended_at FROM subscriptions WHERE id = ${subscription.id}`;
  expect(ended?.endedAt).toBeInstanceOf(Date);
});

test('by API a key with the right brings the same', async () => {
  const dewi = await createOperator(hub, 'Dewi');
  const api = await createApiVisitor(
    createApp(() => hub),
    await keyFor(hub, dewi, ['duty officer']),
  );
  const bring = (recipient: string, body: string, type = 'message/rfc822') =>
    api.ask('POST', `/inbound-mails?recipient=${encodeURIComponent(recipient)}`, {
      body,
      headers: { 'Content-Type': type },
    });
  const raw = reportOn({ target, action: 'failed', status: '5.1.1' });
  expect((await bring('stranger@hub.test', raw)).body).toEqual({
    outcome: 'dropped',
    reason: 'not one of our addresses',
  });
  expect((await bring(to('bounce'), raw, 'text/plain')).status).toBe(415);
  expect((await bring(to('bounce'), raw)).body).toEqual({ outcome: 'bounced', reason: null });
  expect(await find()).toMatchObject({ state: 'bounced' });
});

test('LMTP answers for each recipient', async () => {
  const other = { ...hub.config.mail, inbound: { ...inbound, protocol: 'lmtp' as const } };
  const lmtp = await openPostOffice({ ...hub, config: { ...hub.config, mail: other } });
  const raw = reportOn({ target, action: 'delivered', status: '2.0.0' });
  expect(await lmtp.bring({ to: to('bounce'), raw })).toContain('delivered');
});

test('letters ask for answers by mail where somebody takes them', () => {
  const mailOf = (more: Record<string, string>) => readConfig({ ...inventKeys(), ...more }).mail;
  expect(mailOf({}).takesReplies).toBe(false);
  expect(mailOf({ INBOUND_SMTP_PORT: '2525' }).takesReplies).toBe(true);
  expect(mailOf({ MAIL_RETURN_PATH_DOMAIN: 'terug.example.nl' }).takesReplies).toBe(true);
});
