import { expect, test, vi } from 'vitest';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { runFanout } from '../../src/fanout/run.ts';
import { verify } from '../../src/fanout/verify.ts';
import { listenForMail } from '../../src/mail/listener.ts';
import { relayAt } from '../channel/example.ts';
import { findDelivery } from '../fanout/ledger.ts';
import { atEnd } from '../support/at-end.ts';
import { createAddress, createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { startPostfix } from './postfix.ts';

// Reports as the most used mail server writes them (RFC 3464), on mail that the hub sent through it.

/** Whose mailbox is there, who has none, whose is full, and whose host is down for now. */
const names = ['here', 'gone', 'full', 'late'];

async function addPeople(hub: TestHub) {
  for (const name of names) {
    const organisationIds = [await createOrganisation(hub, { name: `Waterbedrijf ${name}` })];
    const contactId = await createContact(hub, { name, organisationIds });
    await createAddress(hub, { contactId, target: `${name}@example.org` });
  }
}

/** A mail server that takes what the hub sends, and brings what it has to say about it to the hub's own listener. */
async function startBetween(protocol: 'smtp' | 'lmtp') {
  const hub = await openTestHub({ mail: { inbound: { port: 0, host: '127.0.0.1', protocol } } });
  const listener = await listenForMail(hub);
  if (!listener) throw new Error('The hub does not listen.');
  atEnd(() => listener.close());
  const back = `[127.0.0.1]:${listener.port}`;
  const postfix = await startPostfix({
    transport_maps: `inline:{ {hub.test = ${protocol}:${back}}, {full@example.org = error:5.2.2 Mailbox full}, {late@example.org = retry:4.4.1 Host is down} }`,
    // As a server that does not know the mailboxes behind it: it takes everything and finds out later.
    smtpd_reject_unlisted_recipient: 'no',
    virtual_mailbox_maps: 'inline:{here@example.org=all/}',
    delay_warning_time: '1s',
    queue_run_delay: '1s',
    minimal_backoff_time: '1s',
    maximal_backoff_time: '1s',
  });
  return { hub, postfix };
}

const soon = (condition: () => unknown) =>
  vi.waitFor(condition, { timeout: 120_000, interval: 100 });

test.each(['smtp', 'lmtp'] as const)(
  'what Postfix reports settles the delivery it is about and no other: %s',
  async (protocol) => {
    const { hub, postfix } = await startBetween(protocol);
    await addPeople(hub);
    const mail = { ...hub.config.mail, relays: [relayAt(postfix.port)] };
    const channels = channelsOf({ ...hub, config: { ...hub.config, mail } });
    const fanout = await runFanout(hub, channels, linksOf(hub));
    atEnd(async () => {
      await Promise.all(channels.map((channel) => channel.close()));
      await fanout.stop();
    });
    await publishFixture(hub.sql, { to: ['providers'] });
    const stand = (name: string) => findDelivery(hub, `${name}@example.org`);
    await soon(async () => {
      expect(await stand('here')).toMatchObject({ state: 'delivered' });
      expect(await stand('gone')).toMatchObject({
        state: 'bounced',
        detail: expect.stringMatching(/^5\.1\.1 .*unknown user/),
      });
      expect(await stand('full')).toMatchObject({
        state: 'bounced',
        detail: expect.stringMatching(/^5\.2\.2 .*Mailbox full/),
      });
      // It is late, and may still arrive.
      expect(await stand('late')).toMatchObject({
        state: 'sent',
        detail: expect.stringMatching(/^4\.4\.1 .*Host is down/),
      });
    });
    const disabled = await hub.sql`SELECT target FROM addresses WHERE disabled_at IS NOT NULL`;
    expect(disabled).toEqual([{ target: 'gone@example.org' }]);
    const tasks = await hub.sql`
    SELECT t.kind, a.target FROM tasks t JOIN addresses a ON a.id = t.address_id`;
    expect(tasks).toEqual([{ kind: 'address stopped working', target: 'gone@example.org' }]);
    expect(
      await hub.sql`SELECT outcome, reason, messages::int FROM inbound_mail_counts WHERE outcome <> 'noted' ORDER BY outcome`,
    ).toEqual([
      { outcome: 'bounced', reason: '', messages: 2 },
      { outcome: 'delivered', reason: '', messages: 1 },
    ]);
    expect(await verify(hub)).toEqual([]);
    expect(postfix.log()).not.toMatch(/(lmtp|smtp)\[\d+\]: warning:|undeliverable/);
  },
);
