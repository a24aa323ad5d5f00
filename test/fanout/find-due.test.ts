import { expect, test } from 'vitest';
import { askSubscription } from '../../src/audience/ask-subscription.ts';
import { channelNames } from '../../src/command/channels.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { findDue } from '../../src/fanout/find-due.ts';
import { createAddress, createContact, createOrganisation } from '../support/audience.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';

const nothing = { urgent: false, ordinary: false };
const ordinary = { urgent: false, ordinary: true };

/** A contact with one address, which an Urgent or ordinary version is to reach. */
async function stage({ channel, urgent }: { channel: string; urgent?: boolean }) {
  const hub = await openTestHub();
  const organisationId = await createOrganisation(hub, { name: 'Net' });
  const contactId = await createContact(hub, { name: 'SOC', organisationIds: [organisationId] });
  await createAddress(hub, { contactId, channel, target: '42' });
  await publishFixture(hub.sql, { to: ['providers'], urgent: urgent ?? false });
  return hub;
}

test('whoever looks may expand; what came of it is due for those who send by its channel', async () => {
  const hub = await stage({ channel: 'telegram', urgent: true });
  const { sql } = hub;
  expect(await findDue(sql, [])).toEqual({ urgent: true, ordinary: false });
  await expandNext(hub);
  expect(await findDue(sql, ['email', 'webhook'])).toEqual(nothing);
  expect(await findDue(sql, ['email', 'telegram'])).toEqual({ urgent: true, ordinary: false });
});

test('a destination of a channel has a lane of its own, and is due with its channel', async () => {
  const hub = await stage({ channel: 'webhook' });
  await hub.sql`UPDATE addresses SET lane = 'webhook:partner.example'`;
  await expandNext(hub);
  expect(await findDue(hub.sql, ['email', 'telegram'])).toEqual(nothing);
  expect(await findDue(hub.sql, ['webhook'])).toEqual(ordinary);
});

test('a mail that confirms is due for those who send mail', async () => {
  const hub = await openTestHub();
  const wish = { language: 'nl', urgentOnly: false, client: 'here' } as const;
  await askSubscription(hub, { email: 'eline@example.nl', ...wish });
  expect(await findDue(hub.sql, ['telegram'])).toEqual(nothing);
  expect(await findDue(hub.sql, ['email'])).toEqual(ordinary);
});

test('the settings say by which channels a process sends', async () => {
  const hub = await openTestHub();
  const telegram = {
    token: '1:a',
    apiRoot: 'https://a.test',
    webhookSecret: undefined,
    botName: undefined,
  };
  const relay = { host: '127.0.0.1', port: 2525, secure: false, requireTls: false };
  const mail = {
    ...hub.config.mail,
    relays: [{ ...relay, ignoreTls: true, user: undefined, pass: undefined }],
  };
  const named = (change: object) =>
    channelNames({ ...hub, config: { ...hub.config, ...change } } as typeof hub);
  expect([named({}), named({ telegram }), named({ mail })]).toEqual([[], ['telegram'], ['email']]);
});
