import { beforeAll, expect, test } from 'vitest';
import type { Purpose } from '../../src/acknowledgement/inbound/recipient.ts';
import { takeMail } from '../../src/acknowledgement/inbound/take-mail.ts';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { runFanout } from '../../src/fanout/run.ts';
import { untilFinal } from '../fanout/fan-out.ts';
import { atEnd } from '../support/at-end.ts';
import { createAddress, createContact, createOrganisation } from '../support/audience.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { ownAddress, replyFrom, reportOn } from '../support/inbound.ts';
import { publishFixture } from '../support/publication.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Smtp } from '../support/smtp-server.ts';

// Whatever comes in, nothing goes out for it: two machines that answer each other would do so for ever.

const karim = 'karim@provider.test';
let smtp: Smtp;
let hub: TestHub;
let [toKarim, toReader] = [0, 0];
let before: Awaited<ReturnType<typeof owed>>;

beforeAll(async () => {
  smtp = await openTestSmtp();
  hub = await openTestHub({ mail: { relays: [smtp.relay], takesReplies: true } });
  const organisationId = await createOrganisation(hub, { name: 'Waternet' });
  const contactId = await createContact(hub, { name: 'Karim', organisationIds: [organisationId] });
  await createAddress(hub, { contactId, target: karim });
  await addReaders(hub.sql, 1);
  await publishFixture(hub.sql, { to: ['providers', 'readers'] });
  const channels = channelsOf(hub);
  const fanout = await runFanout(hub, channels, linksOf(hub));
  atEnd(async () => {
    await fanout.stop();
    await Promise.all(channels.map((channel) => channel.close()));
  });
  await untilFinal(hub);
  const idOf = async (target: string) => {
    const [row] = await hub.sql<[{ id: number }]>`
      SELECT d.id FROM deliveries d JOIN addresses a ON a.id = d.address_id WHERE a.target = ${target}`;
    return row.id;
  };
  [toKarim, toReader] = [await idOf(karim), await idOf('reader1@example.nl')];
  before = await owed();
});

const to = (purpose: Purpose, id: number) => ownAddress(hub, purpose, id);
const rawTo = (address: string) =>
  smtp.messages.find((mail) => mail.to === address)?.raw ?? 'no such mail';
const bring = (recipient: string, sender: string, raw: string) =>
  takeMail(hub, { recipient, sender, raw: Buffer.from(raw) });

/** What mail is sent for: nothing but this is new in the ledger when nothing was answered. */
async function owed() {
  const [row] = await hub.sql`
    SELECT (SELECT count(*)::int FROM deliveries) AS deliveries, (SELECT count(*)::int FROM dispatches) AS dispatches,
           (SELECT count(*)::int FROM confirmations) AS confirmations,
           (SELECT count(*)::int FROM deliveries WHERE state IN ('queued', 'sending')) AS open`;
  return row;
}

test('whatever comes in, from a machine, from ourselves or from nobody, nothing goes out for it', async () => {
  const letter = rawTo(karim);
  const away = replyFrom(`Karim <${karim}>`, 'Ik ben er niet.', ['Auto-Submitted: auto-replied']);
  const person = replyFrom(`Karim <${karim}>`, 'Gezien.');
  const delayed = reportOn({ target: karim, action: 'delayed', status: '4.4.1' });
  const ours = hub.config.mail.from;
  for (const [id, mail] of [
    [toKarim, letter],
    [toReader, rawTo('reader1@example.nl')],
  ] as const)
    for (const purpose of ['bounce', 'reply', 'unsubscribe'] as const)
      for (const sender of ['', ours, to('bounce', id), to('reply', id)])
        for (const raw of [mail, away, delayed]) await bring(to(purpose, id), sender, raw);
  for (const sender of ['', ours, karim]) await bring(to('reply', toKarim), sender, person);
  for (const stranger of ['postmaster@hub.test', ours, 'nobody@elsewhere.example'])
    expect(await bring(stranger, '', letter)).toMatchObject({ outcome: 'dropped' });
  expect(await owed()).toEqual(before);
  expect(smtp.messages).toHaveLength(2);
});

test('what we send says that it answers no machine, and a machine that reads is asked not to answer', async () => {
  for (const mail of smtp.messages) expect(mail.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
});
