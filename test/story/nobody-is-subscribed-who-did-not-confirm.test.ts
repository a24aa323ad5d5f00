import { beforeEach, expect, test } from 'vitest';
import { subscriptionPath } from '../../src/acknowledgement/token.ts';
import { mostMailsADay, mostRequestsAnHour } from '../../src/audience/ask-subscription.ts';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { sendConfirmations } from '../../src/fanout/send-confirmations.ts';
import { createApp } from '../../src/http/app.tsx';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Smtp } from '../support/smtp-server.ts';

// Sofie is a member of the public; Otto types in addresses that are not his.

let smtp: Smtp;
let hub: TestHub;

beforeEach(async () => {
  smtp = await openTestSmtp();
  hub = await openTestHub({ mail: { relays: [smtp.relay] } });
});

const chosen = { which: 'urgent', language: 'nl' };

function post(path: string, fields: Record<string, string> = {}, client = '203.0.113.7') {
  return createApp(() => hub).request(path, {
    method: 'POST',
    headers: { accept: 'text/html', 'cf-connecting-ip': client },
    body: new URLSearchParams(fields),
  });
}
const get = (path: string, method = 'GET') =>
  createApp(() => hub).request(path, { method, headers: { accept: 'text/html' } });

/** Every mail so far, its soft line breaks taken out. */
async function mailsSent() {
  const channels = channelsOf(hub);
  await sendConfirmations(hub, channels, linksOf(hub));
  await Promise.all(channels.map((channel) => channel.close()));
  return smtp.messages.map(({ to, raw }) => ({ to, raw: raw.replaceAll(/=\r?\n/g, '') }));
}

const linkIn = (raw = '') =>
  new URL(/http\S+\/subscribe\/[\w-]+/.exec(raw)?.[0] ?? 'no:link').pathname;

const subscriptions = () => hub.sql`
  SELECT s.language, s.urgent_only, s.ended_at IS NOT NULL AS ended, a.target, a.verified_at IS NOT NULL AS verified
  FROM subscriptions s JOIN addresses a ON a.subscription_id = s.id ORDER BY s.id`;

const subscribe = (email: string, client?: string) =>
  post('/nl/subscribe', { ...chosen, email }, client);

/** Sofie subscribes and confirms; the promise is the path that confirmed. */
async function confirmed(): Promise<string> {
  await subscribe('Sofie@Example.org');
  const path = linkIn((await mailsSent()).at(-1)?.raw);
  expect((await post(path)).status).toBe(303);
  return path;
}

test('a mail asks the mailbox itself, and only its button subscribes', async () => {
  const asked = await subscribe('Sofie@Example.org');
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/nl/subscribe/asked']);
  const [mail, ...others] = await mailsSent();
  expect(others).toEqual([]);
  expect(mail?.to).toBe('sofie@example.org');
  expect(mail?.raw).toMatch(/^Subject: Bevestig uw aanmelding/m);
  expect(mail?.raw).not.toMatch(/^List-Unsubscribe/m);
  const path = linkIn(mail?.raw);
  for (const method of ['GET', 'HEAD']) expect((await get(path, method)).status).toBe(200);
  expect(await subscriptions()).toEqual([]);
  for (const _ of [1, 2]) expect((await post(path)).status).toBe(303);
  expect(await (await get(path)).text()).toContain('Uw aanmelding is bevestigd');
  expect(await subscriptions()).toEqual([
    { language: 'nl', urgentOnly: true, ended: false, target: 'sofie@example.org', verified: true },
  ]);
  const [kept] = await hub.sql`SELECT target FROM confirmations`;
  expect(kept?.target).toBeNull();
});

test('letters of any script subscribe as others do, however they are composed', async () => {
  for (const email of ['Sofié@Bücher.example', 'sofie\u0301@bu\u0308cher.example'])
    await subscribe(email);
  const mails = await mailsSent();
  expect(mails.map(({ to }) => to)).toEqual(Array(2).fill('sofié@bücher.example'));
  for (const { raw } of mails) expect((await post(linkIn(raw))).status).toBe(303);
  expect(await subscriptions()).toMatchObject([{ target: 'sofié@bücher.example' }]);
});

test('who subscribed already is answered and written to like everybody, and has one subscription', async () => {
  await confirmed();
  const again = await post('/nl/subscribe', {
    which: 'all',
    language: 'en',
    email: 'sofie@example.org',
  });
  const other = await subscribe('bram@example.org');
  expect([again.status, again.headers.get('location')]).toEqual([
    other.status,
    other.headers.get('location'),
  ]);
  const mail = (await mailsSent()).find(({ raw }) => raw.includes('Subject: Confirm'));
  await post(linkIn(mail?.raw));
  expect(await subscriptions()).toMatchObject([{ language: 'en', urgentOnly: false }]);
});

test('an address that is typed in again and again gets few mails, and nobody sees the difference', async () => {
  for (let time = 0; time < mostMailsADay + 2; time += 1)
    expect((await subscribe('sofie@example.org', `198.51.100.${time}`)).status).toBe(303);
  expect(await mailsSent()).toHaveLength(mostMailsADay);
});

test('a client that asks without end is told to wait', async () => {
  for (let time = 0; time < mostRequestsAnHour; time += 1)
    expect((await subscribe(`sofie${time}@example.org`)).status).toBe(303);
  expect((await subscribe('one-more@example.org')).status).toBe(429);
  expect((await subscribe('one-more@example.org', '198.51.100.1')).status).toBe(303);
});

test('what makes no sense is said at its field, and nothing is stored', async () => {
  const answer = await post('/en/subscribe', {
    email: 'no address',
    which: 'some',
    language: 'nl',
  });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('id="subscribe-email-error"');
  expect(page).toContain('id="subscribe-which-error"');
  expect(page).toContain('value="no address"');
  expect(await hub.sql`SELECT FROM confirmations`).toHaveLength(0);
});

test('after its term a link confirms nothing, and what it was for is forgotten', async () => {
  await subscribe('sofie@example.org');
  const path = linkIn((await mailsSent())[0]?.raw);
  await hub.sql`UPDATE confirmations SET expires_at = clock_timestamp() - interval '1 second'`;
  for (const answer of [await get(path), await post(path)]) expect(answer.status).toBe(410);
  expect(await subscriptions()).toEqual([]);
  await subscribe('bram@example.org');
  expect(await hub.sql`SELECT target FROM confirmations`).toEqual([{ target: 'bram@example.org' }]);
});

test('a relay that is away, or refuses for now, costs nobody the mail', async () => {
  smtp.behave('sofie@example.org', { code: 451, message: 'later' }, 'accept');
  await subscribe('sofie@example.org');
  expect(await mailsSent()).toEqual([]);
  expect(await hub.sql`SELECT sent, ended_at FROM confirmations`).toEqual([
    { sent: false, endedAt: null },
  ]);
  await hub.sql`UPDATE confirmations SET leased_until = clock_timestamp()`;
  expect(await mailsSent()).toHaveLength(1);
});

test('whoever holds the link of a subscription changes or ends it; no other link does', async () => {
  await confirmed();
  const [row] = await hub.sql<[{ id: number }]>`SELECT id FROM subscriptions`;
  const path = subscriptionPath(hub.config, row.id);
  expect((await post(path, { which: 'all', language: 'en' })).headers.get('location')).toBe(
    `${path}?done=saved`,
  );
  expect(await subscriptions()).toMatchObject([{ language: 'en', urgentOnly: false }]);
  expect((await post(path.replace('/subscriptions/', '/subscribe/'))).status).toBe(404);
  expect((await post(`${path}/end`)).status).toBe(303);
  expect(await subscriptions()).toMatchObject([{ ended: true }]);
  expect(await (await get(path)).text()).toContain('You are unsubscribed');
  expect((await post(path, { which: 'all', language: 'nl' })).status).toBe(410);
});
