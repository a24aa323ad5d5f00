import {
  createMessage,
  decrypt,
  readKey,
  readMessage,
  readPrivateKey,
  readSignature,
  verify,
} from 'openpgp';
import PostalMime from 'postal-mime';
import { afterAll, describe, expect, test } from 'vitest';
import { slot } from '../../src/channel/channel.ts';
import { createEmail } from '../../src/channel/email/email.ts';
import { DeliveryError } from '../../src/errors.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import { openSigner } from '../../src/openpgp.ts';
import { createMailCrypt } from '../../src/openpgp-mail.ts';
import { createMailCryptAside } from '../../src/openpgp-mail-aside.ts';
import { makeKey, makeKeyEnding } from '../support/openpgp-key.ts';
import { letter as plain, recipientAt } from './contract.ts';
import { exampleConfig } from './example.ts';

const setting = {
  key: await generateOpenPgpKey({ name: 'NCSC', email: 'advisories@hub.test' }),
  passphrase: undefined,
};
const karim = await makeKey();
const ended = await makeKeyEnding(-1);
const letter = { ...plain, text: `Bevestig: ${slot('acknowledge')}\n`, html: '<p>x</p>' };
const sealed = { ...letter, subject: '[TLP:RED] geheim', sealed: true, urgent: true };
const wayOut = {
  nl: 'https://hub.example.nl/nl/subscribe#end',
  en: 'https://hub.example.nl/en/subscribe#end',
};

async function write(
  channel: ReturnType<typeof createEmail>,
  what: typeof letter,
  encryptionKey: string | null,
) {
  const recipient = recipientAt('karim@example.org', { encryptionKey });
  const { bytes } = await channel.finish(channel.compose(what), recipient);
  return Buffer.from(bytes).toString('latin1');
}

describe.each([
  ['in this thread', createMailCrypt],
  ['in threads beside it', createMailCryptAside],
])('%s', (_, createCrypt) => {
  const opened: ReturnType<typeof createEmail>[] = [];
  afterAll(() => Promise.all(opened.map((channel) => channel.close())));

  function open(openpgp: typeof setting | undefined) {
    const crypt = createCrypt({ openpgp });
    const channel = createEmail(exampleConfig({ crypt, commonWayOut: wayOut }));
    opened.push(channel);
    return channel;
  }

  test('a letter is signed as a whole, and a reader whose program knows no OpenPGP reads it all the same', async () => {
    const raw = await write(open(setting), letter, null);
    const [, part = '', signature = ''] = raw.split(/\r\n--=_semafoor-signed(?:\r\n|--)/);
    const { publicKey } = await openSigner(setting);
    const checked = await verify({
      message: await createMessage({ binary: Buffer.from(part, 'latin1') }),
      signature: await readSignature({
        armoredSignature: signature.split('\r\n\r\n').slice(1).join('\r\n\r\n'),
      }),
      verificationKeys: await readKey({ armoredKey: publicKey }),
    });
    await expect(checked.signatures[0]?.verified).resolves.toBe(true);
    const read = await PostalMime.parse(raw);
    expect(read.text).toContain(recipientAt('').slots.acknowledge);
    expect(read.attachments).toMatchObject([{ mimeType: 'application/pgp-signature' }]);
    expect(read.subject).toBe(letter.subject);
  });

  test('public mail is signed once for everybody, without a link of anybody', async () => {
    const channel = open(setting);
    const shared = { ...letter, text: `Weg: ${slot('unsubscribe')}\n`, public: true };
    const segments = channel.compose(shared);
    const bodies = await Promise.all(
      ['karim', 'eline'].map(async (name) => {
        const { bytes } = await channel.finish(segments, recipientAt(`${name}@example.org`));
        return Buffer.from(bytes).toString('latin1').split('\r\n\r\n').slice(1).join('\r\n\r\n');
      }),
    );
    expect(bodies[0]).toBe(bodies[1]);
    expect(bodies[0]).toContain(wayOut.nl);
  });

  test.each([
    ['signed by the hub', setting],
    ['unsigned where the hub has no key', undefined],
  ] as const)(
    'whoever gave a key gets it encrypted, %s, with nothing outside',
    async (_, openpgp) => {
      const raw = await write(open(openpgp), sealed, karim.publicKey);
      // Any three letters come by in a long armored block, by chance.
      const outside = raw.replace(/-----BEGIN PGP MESSAGE.*END PGP MESSAGE-----/s, '');
      expect(outside).not.toMatch(/geheim|RED|X-Priority|acknowledge/);
      expect(raw).toMatch(/^Subject: Een bericht\r$/m);
      const { attachments } = await PostalMime.parse(raw);
      const [, message] = attachments;
      const opened = await decrypt({
        message: await readMessage({
          armoredMessage: Buffer.from(message?.content as ArrayBuffer).toString(),
        }),
        decryptionKeys: await readPrivateKey({ armoredKey: karim.privateKey }),
        verificationKeys: await readKey({ armoredKey: (await openSigner(setting)).publicKey }),
      });
      expect(opened.signatures).toHaveLength(openpgp ? 1 : 0);
      for (const { verified } of opened.signatures) await expect(verified).resolves.toBe(true);
      const inside = await PostalMime.parse(opened.data as string);
      expect(inside.subject).toBe(sealed.subject);
      expect(inside.text).toContain(recipientAt('').slots.acknowledge);
      const outer = (await PostalMime.parse(raw)).headers.map(
        ({ key, value }) => `${key}: ${value}`,
      );
      for (const { value } of inside.headers.filter(({ key }) => key === 'hp-outer')) {
        const [name = '', said = ''] = value.split(/: (.*)/s);
        expect(outer).toContain(`${name.toLowerCase()}: ${said}`);
      }
    },
  );

  test.each([
    ['there is no key', null],
    ['the key has ended', ended.publicKey],
    ['the key makes no sense', 'hush'],
  ])('what is sealed never leaves when %s: it fails for good, by itself', async (_, key) => {
    for (const channel of [open(setting), open(undefined)]) {
      const error = await write(channel, sealed, key).catch((error) => error);
      expect(error).toBeInstanceOf(DeliveryError);
      expect(error).toMatchObject({ permanent: true, gone: false });
      expect(error.message).not.toMatch(/karim|hush/);
    }
    const without = createEmail(exampleConfig());
    expect(await write(without, sealed, key).catch((error) => error)).toBeInstanceOf(DeliveryError);
  });
});
