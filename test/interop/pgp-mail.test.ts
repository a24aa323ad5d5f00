import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { setEncryptionKey } from '../../src/audience/set-encryption-key.ts';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { runFanout } from '../../src/fanout/run.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { createApp } from '../../src/http/app.tsx';
import { createMailCryptAside } from '../../src/openpgp-mail-aside.ts';
import { atEnd } from '../support/at-end.ts';
import {
  createAddress,
  createContact,
  createOperator,
  createOrganisation,
} from '../support/audience.ts';
import { addReaders } from '../support/crowd.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { type Publication, publishFixture } from '../support/publication.ts';
import { openTestSmtp } from '../support/smtp.ts';
import { bodyOf, openGpg, partsOf, withoutArmor } from './gpg-home.ts';

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
  const channels = channelsOf(hub, { createCrypt: createMailCryptAside });
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

test('gpg --decrypt opens TLP:RED for the one whose key it is, and finds the hub’s signature in it', async () => {
  const { hub, smtp, gpg, keep } = await openStage();
  const made = gpg(
    '--passphrase',
    '',
    '--quick-generate-key',
    'Karim <karim@provider.test>',
    'rsa3072',
    'default',
    '1y',
  );
  expect(made.says).toContain('KEY_CREATED');
  const [, fingerprint = ''] = /KEY_CREATED \w ([0-9A-F]{40})/.exec(made.says) ?? [];
  gpg('--passphrase', '', '--quick-add-key', fingerprint, 'rsa3072', 'encr', '1y');
  const operatorId = await createOperator(hub, 'Fatima', ['administrator']);
  const people = new Map<string, number>();
  const organisationId = await createOrganisation(hub, { name: 'Waternet' });
  for (const name of ['karim', 'eline']) {
    const contactId = await createContact(hub, { name, organisationIds: [organisationId] });
    await createAddress(hub, { contactId, target: `${name}@provider.test` });
    people.set(name, contactId);
  }
  const armoredKey = gpg('--armor', '--export', fingerprint).out;
  const contactId = people.get('karim') as number;
  await setEncryptionKey(hub, { contactId, armoredKey, operatorId });
  const to: Publication = { to: ['providers'], tlp: 'RED', urgent: true, pointerAbove: true };
  await publishFixture(hub.sql, { ...to, description });
  await startSending(hub);
  const mails = await smtp.received(2);
  const rawOf = (name: string) => mails.find((mail) => mail.to.startsWith(name))?.raw ?? '';

  // Whoever carries it reads from whom, to whom and when, and that it is encrypted.
  const raw = rawOf('karim');
  const telling = /NCSC-2020|TLP|RED|H\/H|Kwetsbaarheid|Urgent|X-Priority|Importance|acknowledge/;
  expect(withoutArmor(raw)).not.toMatch(telling);
  expect(raw).toMatch(/^Subject: Versleuteld bericht\r$/m);
  const [version = '', message = ''] = partsOf(raw);
  expect(bodyOf(version)).toBe('Version: 1\r\n');
  const opened = gpg('--decrypt', keep('message.asc', bodyOf(message)));
  expect(opened.says).toMatch(/DECRYPTION_OKAY/);
  expect(opened.says).toContain('GOODSIG');
  expect(opened.code).toBe(0);

  // Inside is the letter with its own headers (RFC 9788), and what stood outside.
  const inside = await simpleParser(opened.out);
  expect(inside.subject).toBe('[TLP:RED] NCSC-2020-0001 [1.00] [H/H] Kwetsbaarheid');
  expect(inside.text).toMatch(/\/acknowledge\/[\w-]{32}/);
  expect(opened.out).toMatch(/^HP-Outer: Subject: Versleuteld bericht\r$/m);
  expect(opened.out).toMatch(/;\s+hp="cipher"/);
  const outside = await simpleParser(raw);
  expect(inside.messageId).toBe(outside.messageId);
  expect(opened.out).toMatch(/^X-Priority: 1/m);

  const middle = raw.length >> 1;
  const other = raw[middle] === 'A' ? 'B' : 'A';
  const changed = partsOf(raw.slice(0, middle) + other + raw.slice(middle + 1))[1];
  const refused = gpg('--decrypt', keep('changed.asc', bodyOf(changed)));
  expect(refused.code).not.toBe(0);
  expect(refused.says).not.toContain('GOODSIG');

  // Who gave no key is told that something waits, in a signed letter that says no more.
  const pointer = rawOf('eline');
  expect(withoutArmor(pointer)).not.toMatch(/NCSC-2020|TLP|RED|Kwetsbaarheid|X-Priority/);
  const [letter = '', signature = ''] = partsOf(pointer);
  const good = gpg('--verify', keep('pointer.asc', bodyOf(signature)), keep('pointer', letter));
  expect(good.says).toContain('GOODSIG');
});
