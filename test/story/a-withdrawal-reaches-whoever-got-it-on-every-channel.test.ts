import { beforeEach, expect, test } from 'vitest';
import { approveWithdrawal } from '../../src/advisory/approve-withdrawal.ts';
import { nameOf, type Version } from '../../src/advisory/version.ts';
import { withdraw } from '../../src/advisory/withdraw.ts';
import { addPublicChannel } from '../../src/audience/add-public-channel.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { preview } from '../../src/fanout/preview.ts';
import { runFanout } from '../../src/fanout/run.ts';
import { createApp } from '../../src/http/app.tsx';
import type { Hub } from '../../src/hub.ts';
import { toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTelegram, type Telegram } from '../channel/telegram-server.ts';
import { untilFinal } from '../fanout/fan-out.ts';
import { atEnd } from '../support/at-end.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Smtp } from '../support/smtp-server.ts';

// Promise 4: a correction and a withdrawal go to exactly those who got the original, on every way that leads to them;
// and whoever comes and looks finds it where the original was.

let hub: Hub;
let people: People;
let smtp: Smtp;
let telegram: Telegram;

/** A provider with one contact, who is told at one address. */
async function join(name: string, channel: 'email' | 'telegram', target: string) {
  const operatorId = people.fatima;
  const provider = { name: `Net ${name}`, kind: 'vital provider' as const, operatorId };
  const organisations = [{ organisationId: await addOrganisation(hub, provider), role: 'CISO' }];
  const addresses = [{ channel, target, verified: true }];
  await addContact(hub, { name, organisations, addresses, operatorId });
}

/** Karim and Joris by mail, Sanne and Tom by chat, a reader and a channel of the public; Joris and Tom cannot be reached. */
beforeEach(async () => {
  smtp = await openTestSmtp();
  telegram = await openTelegram();
  atEnd(() => telegram.close());
  const { token, apiRoot } = telegram;
  const bot = { token, apiRoot, webhookSecret: undefined, botName: undefined };
  hub = await openTestHub({ mail: { relays: [smtp.relay] }, telegram: bot });
  people = await hirePeople(hub);
  const operatorId = people.fatima;
  await addPublicChannel(hub, { name: 'NCSC', target: '@ncsc_nl', language: 'en', operatorId });
  await addReaders(hub.sql, 1);
  await join('Karim', 'email', 'karim@net.example');
  await join('Joris', 'email', 'joris@net.example');
  await join('Sanne', 'telegram', '41');
  await join('Tom', 'telegram', '42');
  const selection = { kinds: ['vital provider' as const], public: true };
  const audience = { name: 'all', selection, tlpCeiling: 'RED' as const, operatorId };
  const audienceId = await addAudience(hub, audience);
  await addPolicyLine(hub, { position: 1, audienceId, channelRule: 'every', operatorId });
  const channels = channelsOf(hub);
  const fanout = await runFanout(hub, channels, linksOf(hub));
  atEnd(async () => {
    await Promise.all(channels.map((channel) => channel.close()));
    await fanout.stop();
  });
  // Refused for what they said, not because nobody is there: the addresses stay in use.
  smtp.behave('joris@net.example', { code: 554, message: '5.7.1 We take no such mail' });
  telegram.behave('42', { error_code: 400, description: 'Bad Request: message is not taken' });
});

/** Who was told on each channel, in alphabetical order; whoever was told twice stands twice. */
const told = () => ({
  mail: smtp.messages.map(({ to }) => to).toSorted(),
  chats: telegram.answered
    .filter(({ method }) => method === 'sendMessage')
    .map(({ chat }) => chat)
    .toSorted(),
});
const got = { mail: ['karim@net.example', 'reader1@example.nl'], chats: ['41', '@ncsc_nl'] };

/** The original goes out; then those it could not reach can be reached, and somebody new comes on each channel. */
async function publishFirst(): Promise<Version> {
  const first = await toPublication(hub, people);
  await untilFinal(hub);
  expect(told()).toEqual(got);
  smtp.behave('joris@net.example', 'accept');
  telegram.forgive('42');
  await join('Late', 'email', 'late@net.example');
  await join('Later', 'telegram', '43');
  smtp.messages.length = 0;
  telegram.answered.length = 0;
  return first;
}

test('a correction', async () => {
  const { id, advisoryId } = await publishFirst();
  await toPublication(hub, people, { advisoryId, change: 'correction', correctsVersionId: id });
  await untilFinal(hub);
  expect(told()).toEqual(got);
});

test('a withdrawal; feeds, website and CSAF tell whoever looks', async () => {
  const first = await publishFirst();
  const statement = { nl: 'Dit advies klopte niet.', en: 'This advisory was wrong.' };
  const asked = { versionId: first.id, operatorId: people.pieter };
  await withdraw(hub, { versionId: first.id, statement, operatorId: people.dewi });
  const { previewId, addressCount } = await preview(hub, { ...asked, reason: 'withdrawal' });
  expect(addressCount).toBe(4);
  await approveWithdrawal(hub, { ...asked, previewId });
  await untilFinal(hub);
  expect(told()).toEqual(got);
  const edited = telegram.answered.filter(({ method }) => method === 'editMessageText');
  expect(edited.map(({ chat }) => chat).toSorted()).toEqual(got.chats);

  const app = createApp(() => hub);
  const read = async (path: string) => (await app.request(path)).text();
  const [trackingId = ''] = nameOf(first).split(' ');
  for (const format of ['rss', 'atom', 'json'])
    expect(await read(`/feeds/nl.${format}`), format).toContain(statement.nl);
  expect(await read(`/advisories/${trackingId}`)).toContain(statement.nl);
  const [name = ''] = (await read('/csaf/white/index.txt')).split('\n');
  expect(await read(`/csaf/white/${name}`)).toMatch(
    /Dit advies klopte niet|This advisory was wrong/,
  );
});
