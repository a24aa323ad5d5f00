import { beforeEach, expect, test } from 'vitest';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { createTelegram } from '../../src/channel/telegram/telegram.ts';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { dispatchByHand } from '../../src/fanout/dispatch-by-hand.ts';
import { runFanout } from '../../src/fanout/run.ts';
import type { Hub } from '../../src/hub.ts';
import { noticeToPublication, toPublication } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTelegram } from '../channel/telegram-server.ts';
import { startFanout, untilFinal } from '../fanout/fan-out.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestHub } from '../support/hub.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Received, Smtp } from '../support/smtp-server.ts';

// Promise 3: a pointer says that an advisory waits, and nothing of which. A thread would say it: who sees In-Reply-To
// beside the earlier message knows what the pointer is about, and that something above its label was said of it.

let smtp: Smtp;
let hub: Hub;
let people: People;
let audienceId: number;

const headersOf = ({ raw }: Received) =>
  raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ');
const header = (mail: Received, name: string) =>
  new RegExp(`^${name}: (.*)$`, 'im').exec(headersOf(mail))?.[1];
const idOf = (mail: Received) => header(mail, 'Message-ID') ?? '';

/** Karim of a vital provider, who gets RED as a pointer: there is no key of his. */
beforeEach(async () => {
  smtp = await openTestSmtp();
  hub = await openTestHub({ mail: { relays: [smtp.relay] } });
  people = await hirePeople(hub);
  const operatorId = people.fatima;
  const provider = { name: 'Water', kind: 'vital provider' as const, operatorId };
  const organisations = [{ organisationId: await addOrganisation(hub, provider), role: 'CISO' }];
  const target = 'karim@water.example';
  const addresses = [{ channel: 'email' as const, target, verified: true }];
  await addContact(hub, { name: 'Karim', organisations, addresses, operatorId });
  const selection = { kinds: ['vital provider' as const] };
  const audience = { name: 'providers', selection, tlpCeiling: 'RED' as const, operatorId };
  audienceId = await addAudience(hub, audience);
  const line = { position: 1, audienceId, channelRule: 'every' as const, pointerAbove: true };
  await addPolicyLine(hub, { ...line, operatorId });
  const channels = channelsOf(hub);
  const fanout = await runFanout(hub, channels, linksOf(hub));
  atEnd(async () => {
    await Promise.all(channels.map((channel) => channel.close()));
    await fanout.stop();
  });
});

test('what is mailed in full hangs together, past the pointer between; the pointer by itself', async () => {
  const { advisoryId } = await toPublication(hub, people, { tlp: 'GREEN' });
  await untilFinal(hub);
  for (const tlp of ['RED', 'AMBER', 'AMBER'] as const) {
    const change = tlp === 'RED' ? 'raised' : 'content';
    await toPublication(hub, people, { advisoryId, tlp, change });
    await untilFinal(hub);
  }
  const [first, pointer, third, fourth] = await smtp.received(4);
  if (!first || !pointer || !third || !fourth) throw new Error('Not everything came.');
  expect(headersOf(first)).not.toMatch(/^(References|In-Reply-To):/im);
  expect(headersOf(pointer)).not.toMatch(/^(References|In-Reply-To):/im);
  expect(pointer.raw).not.toContain(idOf(first));
  expect(pointer.raw).not.toMatch(/NCSC-20|TLP|H\/H/);
  expect(header(third, 'In-Reply-To')).toBe(idOf(first));
  expect(header(third, 'References')).toBe(idOf(first));
  expect(header(fourth, 'In-Reply-To')).toBe(idOf(third));
  expect(header(fourth, 'References')).toBe(`${idOf(first)} ${idOf(third)}`);
});

test('a notice hangs under the mail on its advisory, a pointer to one and one about none stand alone', async () => {
  const { advisoryId } = await toPublication(hub, people, { tlp: 'GREEN' });
  await untilFinal(hub);
  for (const wish of [{ advisoryId }, { advisoryId, tlp: 'RED' }, {}] as const) {
    const { id: noticeId } = await noticeToPublication(hub, people, wish);
    const decided = { noticeId, audienceId, reason: 'publication' as const, pointerAbove: true };
    await dispatchByHand(hub, { ...decided, operatorId: people.dewi });
    await untilFinal(hub);
  }
  const [first, full, ...alone] = await smtp.received(4);
  if (!first || !full) throw new Error('Not everything came.');
  expect(header(full, 'Subject')).toContain('[TLP:CLEAR] NCSC-');
  expect([header(full, 'In-Reply-To'), header(full, 'References')]).toEqual([
    idOf(first),
    idOf(first),
  ]);
  for (const mail of alone) expect(headersOf(mail)).not.toMatch(/^(References|In-Reply-To):/im);
  expect(alone.map(({ raw }) => /NCSC-20|TLP|Nieuws/.test(raw))).toEqual([false, true]);
});

test('a retry goes under the same Message-ID and hangs in the same place', async () => {
  const { advisoryId } = await toPublication(hub, people, { tlp: 'GREEN' });
  await untilFinal(hub);
  smtp.behave('karim@water.example', 'drop after data', 'accept');
  await toPublication(hub, people, { advisoryId, tlp: 'GREEN', change: 'raised' });
  const [first, dropped, taken] = await smtp.received(3);
  if (!first || !dropped || !taken) throw new Error('It did not come twice.');
  expect([dropped.answered, taken.answered]).toEqual([false, true]);
  expect(idOf(taken)).toBe(idOf(dropped));
  for (const mail of [dropped, taken]) expect(header(mail, 'References')).toBe(idOf(first));
});

test('in a chat a post in full hangs under one in full, never under a pointer, which it would explain', async () => {
  const telegram = await openTelegram();
  atEnd(() => telegram.close());
  await startFanout(hub, createTelegram(telegram));
  await hub.sql`
    UPDATE addresses SET channel = 'telegram', target = '42', lane = 'telegram' WHERE contact_id IS NOT NULL`;
  const { advisoryId } = await toPublication(hub, people, { tlp: 'AMBER' });
  await untilFinal(hub);
  for (const [index, tlp] of (['CLEAR', 'GREEN', 'CLEAR'] as const).entries()) {
    const change = index === 0 ? 'raised' : 'content';
    await toPublication(hub, people, { advisoryId, tlp, change });
    await untilFinal(hub);
  }
  const posts = telegram.answered.map(({ body }) => body as Post);
  expect(posts.map(({ text }) => text.includes('NCSC-20'))).toEqual([false, true, false, true]);
  expect(posts.map(({ reply_parameters: to }) => to?.message_id ?? null)).toEqual([
    null,
    null,
    null,
    // The stand-in counts from 101.
    102,
  ]);
});

type Post = { text: string; reply_parameters?: { message_id: number } };
