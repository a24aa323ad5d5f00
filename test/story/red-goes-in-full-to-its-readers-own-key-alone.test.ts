import { decrypt, readKey, readMessage, readPrivateKey } from 'openpgp';
import PostalMime from 'postal-mime';
import { beforeEach, expect, test } from 'vitest';
import { publish } from '../../src/advisory/publish.ts';
import type { Tlp } from '../../src/advisory/tlp.ts';
import { addAudience } from '../../src/audience/audience.ts';
import { addContact } from '../../src/audience/contact.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { addPolicyLine } from '../../src/audience/policy-line.ts';
import { removeEncryptionKey } from '../../src/audience/remove-encryption-key.ts';
import { setEncryptionKey } from '../../src/audience/set-encryption-key.ts';
import { channelsOf, linksOf } from '../../src/command/channels.ts';
import { dispatchByHand } from '../../src/fanout/dispatch-by-hand.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { preview } from '../../src/fanout/preview.ts';
import { runFanout } from '../../src/fanout/run.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { createApp } from '../../src/http/app.tsx';
import { openSigner } from '../../src/openpgp.ts';
import { createMailCryptAside } from '../../src/openpgp-mail-aside.ts';
import { noticeToPublication, toApproval, toPublication, toReview } from '../advisory/journey.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { untilFinal } from '../fanout/fan-out.ts';
import { findDelivery } from '../fanout/ledger.ts';
import { createApiVisitor } from '../support/api-visitor.ts';
import { atEnd } from '../support/at-end.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { makeKey } from '../support/openpgp-key.ts';
import { keyFor, signIn } from '../support/sign-in.ts';
import { openTestSmtp } from '../support/smtp.ts';
import type { Smtp } from '../support/smtp-server.ts';
import { createVisitor, firefox } from '../support/visitor.ts';

// Promise 3: RED in full goes to named contacts with an encryption key, others get a pointer. Karim gave a key, Eline did
// not, Mees's has ended, and the one of the SOC opens a mailbox that several people read.

const ours = {
  key: await generateOpenPgpKey({ name: 'NCSC', email: 'advisories@hub.test' }),
  passphrase: undefined,
};
const [karim, mees, soc] = [await makeKey(), await makeKey(), await makeKey()];

let smtp: Smtp;
let hub: TestHub;
let people: People;
let audienceId: number;
const contacts: Record<string, number> = {};

beforeEach(async () => {
  smtp = await openTestSmtp();
  hub = await openTestHub({ openpgp: ours, mail: { relays: [smtp.relay] } });
  people = await hirePeople(hub);
  const operatorId = people.fatima;
  const water = { name: 'Water', kind: 'vital provider' as const, operatorId };
  const organisations = [{ organisationId: await addOrganisation(hub, water), role: 'CISO' }];
  for (const name of ['Karim', 'Eline', 'Mees', 'SOC']) {
    const target = `${name.toLowerCase()}@water.example`;
    contacts[name] = await addContact(hub, {
      name,
      functional: name === 'SOC',
      organisations,
      addresses: [{ channel: 'email', target, verified: true }],
      operatorId,
    });
  }
  await give('Karim', karim.publicKey);
  await give('Mees', mees.publicKey);
  await give('SOC', soc.publicKey);
  // Nobody waits in a test until a key is over.
  await hub.sql`
    UPDATE encryption_keys SET ends_at = clock_timestamp() - interval '1 day' WHERE contact_id = ${idOf('Mees')}`;
  const selection = { kinds: ['vital provider' as const] };
  const audience = { name: 'providers', selection, tlpCeiling: 'RED' as const, operatorId };
  audienceId = await addAudience(hub, audience);
  const line = { position: 1, audienceId, pointerAbove: true };
  await addPolicyLine(hub, { ...line, channelRule: 'every', operatorId });
});

const idOf = (name: string) => contacts[name] as number;
const give = (name: string, armoredKey: string) =>
  setEncryptionKey(hub, { contactId: idOf(name), armoredKey, operatorId: people.fatima });

async function startSending() {
  const channels = channelsOf(hub, { createCrypt: createMailCryptAside });
  const fanout = await runFanout(hub, channels, linksOf(hub));
  atEnd(async () => {
    await fanout.stop();
    await Promise.all(channels.map((channel) => channel.close()));
  });
}

/** What everybody got of one version, by who they are. */
async function publishTo(count: number, tlp: Tlp): Promise<Record<string, string>> {
  await startSending();
  await toPublication(hub, people, { tlp });
  const mails = await smtp.received(count);
  return Object.fromEntries(mails.map(({ to, raw }) => [to.split('@')[0], raw]));
}

/** What somebody reads whose key it is, if the hub signed it. */
async function open(raw = '', armoredKey: string) {
  const { attachments } = await PostalMime.parse(raw);
  const armoredMessage = Buffer.from(attachments[1]?.content as ArrayBuffer).toString();
  const { data, signatures } = await decrypt({
    message: await readMessage({ armoredMessage }),
    decryptionKeys: await readPrivateKey({ armoredKey }),
    verificationKeys: await readKey({ armoredKey: (await openSigner(ours)).publicKey }),
  });
  await expect(signatures[0]?.verified).resolves.toBe(true);
  return PostalMime.parse(data as string);
}

const isEncrypted = (raw = '') => raw.includes('multipart/encrypted');
/** By chance any few letters come by in a long armored block. */
const withoutArmor = (raw = '') => raw.replace(/-----BEGIN PGP.*?-----END PGP[^\n]*/gs, '');

test('RED in full goes to one person’s own key, and everybody else learns that something waits', async () => {
  const got = await publishTo(4, 'RED');
  const letter = await open(got.karim, karim.privateKey);
  expect(letter.subject).toMatch(/^\[TLP:RED\] NCSC-\d+-\d+ \[1\.00\] \[M\/H\] /);
  expect(letter.text).toMatch(/\/acknowledge\/[\w-]{32}/);
  for (const name of ['karim', 'eline', 'mees', 'soc'])
    expect(withoutArmor(got[name])).not.toMatch(/NCSC-\d|TLP|RED|M\/H|Citrix/i);
  // A mailbox with a key gets its pointer encrypted; who has none that works, in the clear.
  expect(
    Object.keys(got)
      .filter((name) => isEncrypted(got[name]))
      .sort(),
  ).toEqual(['karim', 'soc']);
  const pointer = await open(got.soc, soc.privateKey);
  expect(`${pointer.subject}${pointer.text}`).not.toMatch(/NCSC-\d|TLP:RED|M\/H|Citrix/i);
});

test('below RED everybody is told in full, and whoever gave a key in an encrypted letter', async () => {
  const got = await publishTo(4, 'AMBER');
  for (const name of ['eline', 'mees']) expect(got[name]).toMatch(/^Subject: \[TLP:AMBER\]/m);
  for (const [name, { privateKey }] of Object.entries({ karim, soc })) {
    expect(withoutArmor(got[name])).not.toMatch(/AMBER|NCSC-\d/);
    expect((await open(got[name], privateKey)).subject).toMatch(/^\[TLP:AMBER\]/);
  }
});

test('a notice goes as an advisory does: signed, and encrypted to whoever gave a key', async () => {
  await startSending();
  const { id: noticeId } = await noticeToPublication(hub, people, { tlp: 'RED' });
  const decided = { noticeId, audienceId, reason: 'publication' as const, pointerAbove: true };
  await dispatchByHand(hub, { ...decided, operatorId: people.dewi });
  const mails = await smtp.received(4);
  const got: Record<string, string> = Object.fromEntries(
    mails.map(({ to, raw }) => [to.split('@')[0], raw]),
  );
  const letter = await open(got.karim, karim.privateKey);
  expect(letter.subject).toBe('[TLP:RED] Nieuws: Nieuws');
  expect(letter.text).toContain('Het NCSC waarschuwt.');
  for (const raw of Object.values(got)) expect(withoutArmor(raw)).not.toMatch(/TLP|RED|Nieuws/);
  for (const name of ['eline', 'mees']) {
    expect(got[name]).toContain('application/pgp-signature');
    expect(isEncrypted(got[name])).toBe(false);
  }
  expect((await open(got.soc, soc.privateKey)).text).not.toMatch(/TLP|Nieuws|waarschuwt/);
});

test('whom RED does not reach in full is named before it is approved, with the reason', async () => {
  const { id: versionId } = await toReview(hub, people, { tlp: 'RED' });
  const pieter = await createApiVisitor(
    createApp(() => hub),
    await keyFor(hub, people.pieter),
  );
  const { body } = await pieter.post(`/versions/${versionId}/previews`, {});
  const organisations = ['Water'];
  expect(body.keyless).toEqual([
    { contactId: idOf('Eline'), contact: 'Eline', organisations, reason: 'no key' },
    { contactId: idOf('Mees'), contact: 'Mees', organisations, reason: 'key ended' },
    { contactId: idOf('SOC'), contact: 'SOC', organisations, reason: 'several readers' },
  ]);
  const visitor = createVisitor(
    createApp(() => hub),
    { ...firefox, ...(await signIn(hub, people.pieter)) },
  );
  const { html } = await visitor.open(`/console/versions/${versionId}/preview?language=en`);
  expect(html).toContain('TLP:RED cannot be sent in full to 3 contacts');
  expect(html).toMatch(/Mees<\/a>.*?the key has ended/);
  const amber = await toReview(hub, people, { tlp: 'AMBER' });
  const asked = { versionId: amber.id, operatorId: people.pieter };
  expect((await preview(hub, asked)).keyless).toEqual([]);
});

test('a key that is taken away between the decision and the sending: nothing leaves in its place', async () => {
  const { id: versionId } = await toApproval(hub, people, { tlp: 'RED' });
  await publish(hub, { versionId, operatorId: people.dewi });
  await expandAll();
  await removeEncryptionKey(hub, { contactId: idOf('Karim'), operatorId: people.fatima });
  await startSending();
  await untilFinal(hub);
  expect(await findDelivery(hub, 'karim@water.example')).toMatchObject({
    state: 'failed',
    handedAt: null,
    detail: 'Nothing was sent: it may only leave encrypted, and there is no usable key.',
  });
  expect(smtp.messages.map(({ to }) => to.split('@')[0]).sort()).toEqual(['eline', 'mees', 'soc']);
});

async function expandAll() {
  while ((await expandNext(hub)) !== null);
}
