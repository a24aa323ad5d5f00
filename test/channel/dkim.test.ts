import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { expect, test } from 'vitest';
import { slot } from '../../src/channel/channel.ts';
import { createEmail } from '../../src/channel/email/email.ts';
import { recipientAt } from './contract.ts';
import { exampleChat, exampleConfig, exampleEvent } from './example.ts';

const pairs = {
  'rsa-sha256': generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'ed25519-sha256': generateKeyPairSync('ed25519'),
};
type Algorithm = keyof typeof pairs;
const algorithms = Object.keys(pairs) as Algorithm[];

const letter = {
  subject:
    '[TLP:CLEAR] NCSC-2019-0979 [1.00] [M/H] Één  titel, met   spaties en een lange staart die omslaat',
  text: `Twee  spaties, één tab\t.\n${slot('unsubscribe')}\n\n\n`,
  html: `<p>Een tekst.</p>\n<a href="${slot('unsubscribe')}">Weg</a>\n\n`,
  chat: exampleChat,
  language: 'nl',
  urgent: true,
  public: true,
  cover: 'Een bericht',
  sealed: false,
  event: exampleEvent,
} as const;

async function signedBy(algorithm: Algorithm, to = 'otto@example.org'): Promise<string> {
  const key = pairs[algorithm].privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const dkim = { domain: 'example.nl', selector: 'semafoor', key };
  const channel = createEmail(exampleConfig({ dkim }));
  const recipient = recipientAt(to, { earlierKeys: ['1.aaaaaaaaaa'] });
  const { bytes } = await channel.finish(channel.compose(letter), recipient);
  return Buffer.from(bytes).toString('latin1');
}

/** What somebody else's verifier makes of it, with our public key in its DNS. */
async function verify(raw: string, algorithm: Algorithm) {
  const { results } = await dkimVerify(Buffer.from(raw, 'latin1'), {
    resolver: async (name: string) => {
      expect(name).toBe('semafoor._domainkey.example.nl');
      return [[recordOf(pairs[algorithm].publicKey, algorithm)]];
    },
  });
  expect(results).toHaveLength(1);
  return results[0];
}

function recordOf(key: KeyObject, algorithm: Algorithm): string {
  const der = key.export({ type: 'spki', format: 'der' });
  // RFC 8463 §4: the bare 32 bytes.
  if (algorithm === 'ed25519-sha256')
    return `v=DKIM1; k=ed25519; p=${der.subarray(-32).toString('base64')}`;
  return `v=DKIM1; k=rsa; p=${der.toString('base64')}`;
}

test.each(algorithms)('%s holds for another implementation', async (algorithm) => {
  const result = await verify(await signedBy(algorithm), algorithm);
  expect(result?.status.result).toBe('pass');
  expect(result).toMatchObject({ signingDomain: 'example.nl', algo: algorithm });
});

test.each(algorithms)('%s holds over letters beyond ASCII (RFC 8616)', async (algorithm) => {
  const raw = await signedBy(algorithm, 'jörg.दत्त@example.org');
  expect((await verify(raw, algorithm))?.status.result).toBe('pass');
});

test.each(algorithms)(
  '%s covers the way out and who it is from, to and about',
  async (algorithm) => {
    const raw = await signedBy(algorithm);
    const names = /h=([^;]+);/.exec(raw)?.[1]?.replace(/\s/g, '').split(':');
    expect(names).toEqual(
      expect.arrayContaining([
        'from',
        'to',
        'subject',
        'list-unsubscribe',
        'list-unsubscribe-post',
      ]),
    );
    for (const [was, is] of [
      ['One-Click', 'Two-Click'],
      ['/unsubscribe/', '/acknowledge/'],
      ['otto@example.org', 'dewi@example.org'],
      ['Een tekst', 'Een ander'],
    ] as const) {
      expect(raw).toContain(was);
      const result = await verify(raw.replace(was, is), algorithm);
      expect(result?.status.result).not.toBe('pass');
    }
  },
);

test('a key that cannot sign ends the start, not the first message', () => {
  const dkim = { domain: 'example.nl', selector: 'semafoor', key: 'no key' };
  expect(() => createEmail(exampleConfig({ dkim }))).toThrow();
});
