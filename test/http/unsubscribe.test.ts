import { beforeEach, expect, test } from 'vitest';
import { acknowledgementLink, unsubscribeLink } from '../../src/acknowledgement/token.ts';
import { createEmail } from '../../src/channel/email/email.ts';
import { linksOf } from '../../src/command/channels.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { createApp } from '../../src/http/app.tsx';
import type { Hub } from '../../src/hub.ts';
import { recipientAt } from '../channel/contract.ts';
import { exampleConfig, exampleLetter } from '../channel/example.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';

let hub: Hub;
let path: string;
const html = { accept: 'text/html' };

beforeEach(async () => {
  hub = await openTestHub();
  await addReaders(hub.sql, 1);
  await publishFixture(hub.sql, { to: ['readers'] });
  await expandNext(hub);
  path = new URL(unsubscribeLink(hub.config, await newestDelivery())).pathname;
});

const ask = (method: string, url = path) =>
  createApp(() => hub).request(url, { method, headers: html });

async function newestDelivery() {
  const [delivery] = await hub.sql<[{ id: number }]>`SELECT max(id) AS id FROM deliveries`;
  return delivery.id;
}

async function isEnded() {
  const [row] = await hub.sql<
    [{ ended: boolean }]
  >`SELECT ended_at IS NOT NULL AS ended FROM subscriptions`;
  return row.ended;
}

test('looking changes nothing and shows one button', async () => {
  for (const method of ['GET', 'HEAD']) expect((await ask(method)).status).toBe(200);
  expect(await (await ask('GET')).text()).toContain('<button type="submit">Meld mij af</button>');
  expect(await isEnded()).toBe(false);
});

test('a POST ends the subscription, a second one changes nothing and says the same', async () => {
  for (const _ of [1, 2]) {
    const response = await ask('POST');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('U bent afgemeld');
  }
  expect(await isEnded()).toBe(true);
  const [audited] = await hub.sql`SELECT count(*) FROM audit_entries WHERE action = 'unsubscribe'`;
  expect(audited?.count).toBe(1);
});

test('a mail program ends it with one click by what the mail itself says (RFC 8058), from anywhere', async () => {
  const channel = createEmail(exampleConfig());
  const slots = linksOf(hub).slots(await newestDelivery());
  const letter = channel.compose({ ...exampleLetter, public: true });
  const { bytes } = await channel.finish(letter, recipientAt('reader1@example.nl', { slots }));
  const mail = Buffer.from(bytes).toString('latin1');
  const [, link = ''] = /^List-Unsubscribe: <([^>]+)>/m.exec(mail) ?? [];
  const [, body = ''] = /^List-Unsubscribe-Post: (.*)\r$/m.exec(mail) ?? [];
  const response = await createApp(() => hub).request(link, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://mail.example',
      'sec-fetch-site': 'cross-site',
    },
  });
  expect(response.status).toBe(200);
  expect(await isEnded()).toBe(true);
});

test('the link of another page, and a changed link, open nothing', async () => {
  const other = new URL(acknowledgementLink(hub.config, await newestDelivery())).pathname;
  const foreign = other.replace('/acknowledge/', '/unsubscribe/');
  const changed = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`;
  for (const url of [foreign, changed, '/unsubscribe/x'])
    expect((await ask('POST', url)).status).toBe(404);
  expect(await isEnded()).toBe(false);
});
