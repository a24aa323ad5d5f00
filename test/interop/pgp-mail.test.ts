import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { runFanout } from '../../src/fanout/run.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { createApp } from '../../src/http/app.tsx';
import { atEnd } from '../support/at-end.ts';
import { createAddress, createContact, createOrganisation } from '../support/audience.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';
import { openTestSmtp } from '../support/smtp.ts';
import { bodyOf, openGpg, partsOf } from './gpg-home.ts';

// What a mail server received from the hub, held against GnuPG.

const key = await generateOpenPgpKey({ name: 'NCSC', email: 'advisories@hub.test' });

async function openStage() {
  const smtp = await openTestSmtp();
  const hub = await openTestHub({
    openpgp: { key, passphrase: undefined },
    mail: { relays: [smtp.relay] },
  });
  const home = openGpg();
  const ours = await createApp(() => hub).request('/csaf/openpgp-key.asc');
  expect(home.gpg('--import', home.keep('hub.asc', await ours.text())).code).toBe(0);
  return { hub, smtp, ...home };
}

/** Sends what is due until the test ends. */
async function startSending(hub: TestHub) {
  const channels = channelsOf(hub);
  const fanout = await runFanout(hub, channels, linksOf(hub));
  atEnd(async () => {
    await fanout.stop();
    await Promise.all(channels.map((channel) => channel.close()));
  });
}

const description =
  'Regel met een spatie aan het eind \nFrom hier af begint een alinea.\n\n-- \nÉén é.';

test('gpg --verify takes the whole mail of a contact, its link included, and no changed byte', async () => {
  const { hub, smtp, gpg, keep } = await openStage();
  const organisationId = await createOrganisation(hub, { name: 'Waternet' });
  const contactId = await createContact(hub, { name: 'Karim', organisationIds: [organisationId] });
  await createAddress(hub, { contactId, target: 'karim@provider.test' });
  await publishFixture(hub.sql, { to: ['providers'], urgent: true, description });
  await startSending(hub);
  const [{ raw } = { raw: '' }] = await smtp.received(1);

  const [letter = '', signature = ''] = partsOf(raw);
  const asc = keep('signature.asc', bodyOf(signature));
  const good = gpg('--verify', asc, keep('letter', letter));
  expect(good.says).toContain('GOODSIG');
  expect(good.code).toBe(0);
  expect(raw).toMatch(/^Content-Type: multipart\/signed; micalg="pgp-sha512";/m);
  expect(good.says).toMatch(/VALIDSIG (\S+ ){7}10 /); // SHA-512, as micalg says

  const link = /\/acknowledge\/[\w-]{32}/;
  expect(letter).toMatch(link);
  const middle = letter.search(link) + '/acknowledge/'.length;
  for (const at of [0, middle, letter.length - 1]) {
    const other = letter[at] === 'x' ? 'y' : 'x';
    const changed = letter.slice(0, at) + other + letter.slice(at + 1);
    const bad = gpg('--verify', asc, keep('changed', changed));
    expect(bad.says).toContain('BADSIG');
    expect(bad.code).not.toBe(0);
  }

  const mail = await simpleParser(raw);
  expect(mail.subject).toMatch(/^\[TLP:CLEAR\] NCSC-2020-0001 \[1\.00\] \[H\/H\] Kwetsbaarheid$/);
  expect(mail.text).toContain('From hier af begint een alinea.');
  expect(mail.text).toMatch(link);
  expect(mail.html).toContain('Eén é.'.replace('E', 'É'));
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(['signature.asc']);
});

test('public mail has one signature for everybody, and no link of anybody inside it', async () => {
  const { hub, smtp, gpg, keep } = await openStage();
  await addReaders(hub.sql, 3);
  await publishFixture(hub.sql, { to: ['readers'] });
  await startSending(hub);
  const mails = await smtp.received(3);
  const parts = mails.map(({ raw }) => partsOf(raw));
  expect(new Set(parts.map(([letter]) => letter)).size).toBe(1);
  expect(new Set(parts.map(([, signature]) => signature)).size).toBe(1);
  const [letter = '', signature = ''] = parts[0] ?? [];
  const good = gpg('--verify', keep('signature.asc', bodyOf(signature)), keep('letter', letter));
  expect(good.says).toContain('GOODSIG');
  expect(letter).toContain('https://hub.test/nl/subscribe#end');
  expect(letter.replace(/=\r\n/g, '')).not.toMatch(/\/(unsubscribe|acknowledge|subscriptions)\//);
  const ways = mails.map(({ raw }) => /^List-Unsubscribe: (.*)/m.exec(raw)?.[1]);
  expect(new Set(ways).size).toBe(3);
});
