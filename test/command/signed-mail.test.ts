import { expect, test } from 'vitest';
import { slot } from '../../src/channel/channel.ts';
import { channelsOf } from '../../src/command/channels.ts';
import { readConfig } from '../../src/config.ts';
import { generateOpenPgpKey } from '../../src/generate-openpgp-key.ts';
import type { Hub } from '../../src/hub.ts';
import { createLog } from '../../src/log.ts';
import { generateSecrets } from '../../src/secrets.ts';
import { letter, recipientAt } from '../channel/contract.ts';
import { atEnd } from '../support/at-end.ts';

const key = await generateOpenPgpKey({ name: 'NCSC', email: 'advisories@hub.test' });

/** A public mail of a hub with a key. */
async function write(settings: Record<string, string>): Promise<string> {
  const relay = { SMTP_URL: 'smtp://127.0.0.1:25' };
  const config = readConfig({ ...generateSecrets(), ...relay, OPENPGP_KEY: key, ...settings });
  const hub = { config, log: createLog({ logLevel: 'silent' }) } as Hub;
  const [email] = channelsOf(hub);
  if (!email) throw new Error('This hub has no mail.');
  atEnd(() => email.close());
  const text = `Afmelden: ${slot('unsubscribe')}\n`;
  const composed = email.compose({ ...letter, public: true, text, html: '<p>x</p>' });
  const { bytes } = await email.finish(composed, recipientAt('lezer@example.org'));
  return Buffer.from(bytes).toString('latin1');
}

test('a hub with a key signs its mail, and public mail shows everybody the same way out', async () => {
  const mail = await write({});
  expect(mail).toContain('multipart/signed');
  expect(mail).toContain('/subscribe#end');
});

test('a hub that signs documents alone leaves mail as it is, each with its reader’s own way out', async () => {
  const mail = await write({ OPENPGP_SIGN_MAIL: 'no' });
  expect(mail).not.toContain('multipart/signed');
  expect(mail).not.toContain('/subscribe#end');
  expect(mail).toContain(recipientAt('lezer@example.org').slots.unsubscribe.slice(-10));
});
