import type { SMTPServerOptions } from 'smtp-server';
import { expect, test } from 'vitest';
import { createEmail, type EmailConfig } from '../../src/channel/email/email.ts';
import type { Relay } from '../../src/channel/email/relay.ts';
import { DeliveryError } from '../../src/errors.ts';
import { openTestSmtp } from '../support/smtp.ts';
import { certificate, certificateKey } from './certificate.ts';
import { recipientAt } from './contract.ts';
import { exampleConfig, exampleLetter } from './example.ts';
import { openPost } from './post.ts';
import { openScriptedRelay } from './scripted-relay.ts';

/** Sends one message over the channel that the settings make, as often as asked. */
function sender(change: Partial<EmailConfig>) {
  const { send } = openPost(change);
  return () => send().catch((error: DeliveryError) => error);
}

const tls: SMTPServerOptions = { cert: certificate, key: certificateKey, disabledCommands: [] };
const password: SMTPServerOptions = {
  authOptional: false,
  onAuth({ username, password }, _session, callback) {
    const known = username === 'semafoor' && password === 'gé:heim';
    callback(known ? null : new Error('Wrong'), { user: username });
  },
};
const account = { user: 'semafoor', pass: 'gé:heim' };
const offered = { ignoreTls: false };
const required = { ignoreTls: false, requireTls: true };

async function sendOver(options: SMTPServerOptions, change: Partial<Relay>) {
  const secured: boolean[] = [];
  const smtp = await openTestSmtp({
    ...options,
    onMailFrom(_address, { secure }, callback) {
      secured.push(secure);
      callback();
    },
  });
  const outcome = await sender({ relays: [{ ...smtp.relay, ...change }] })();
  return { outcome, secured };
}

test.each<[string, SMTPServerOptions, Partial<Relay>, boolean]>([
  ['plain text where it is asked for', tls, { ignoreTls: true }, false],
  ['STARTTLS where it is offered, with any certificate', tls, offered, true],
  ['plain text where STARTTLS is not offered', {}, offered, false],
  [
    'STARTTLS that is required, with a certificate that holds',
    tls,
    { ...required, ca: certificate },
    true,
  ],
  ['TLS from the first byte', { ...tls, secure: true }, { secure: true, ca: certificate }, true],
  [
    'a password over TLS',
    { ...tls, ...password },
    { ...required, ...account, ca: certificate },
    true,
  ],
  [
    'a password in the clear where TLS is ruled out',
    { ...password, allowInsecureAuth: true },
    account,
    false,
  ],
])('a message travels: %s', async (_name, options, relay, secure) => {
  const { outcome, secured } = await sendOver(options, relay);
  expect(outcome).toMatchObject({ detail: expect.stringMatching(/^250/) });
  expect(secured).toEqual([secure]);
});

test.each<[string, SMTPServerOptions, Partial<Relay>]>([
  ['required STARTTLS that is not offered', {}, required],
  ['required STARTTLS with a certificate that nobody knows', tls, required],
  ['TLS with a certificate that nobody knows', { ...tls, secure: true }, { secure: true }],
  [
    'a wrong password',
    { ...tls, ...password },
    { ...required, ...account, pass: 'x', ca: certificate },
  ],
  [
    'a password, STARTTLS taken out of the offer',
    { ...password, allowInsecureAuth: true },
    { ...offered, ...account },
  ],
])('nothing travels, and the relay is to blame: %s', async (_name, options, relay) => {
  const { outcome, secured } = await sendOver(options, relay);
  expect(outcome).toBeInstanceOf(DeliveryError);
  expect(outcome).toMatchObject({ permanent: false, relay: true, inDoubt: false });
  expect(secured).toEqual([]);
  expect(JSON.stringify(outcome) + String(outcome)).not.toContain(account.pass);
});

test('the envelope: VERP, ENVID, RET and NOTIFY; success is reported for contacts', async () => {
  const { relay, commands } = await openScriptedRelay();
  await sender({ relays: [relay] })();
  const size = /SIZE=\d+ /;
  expect(commands.map((line) => line.replace(size, ''))).toEqual([
    expect.stringMatching(/^EHLO /),
    'MAIL FROM:<bounce+7.abcdefghij@terug.example.nl> RET=HDRS ENVID=7.abcdefghij',
    'RCPT TO:<karim@example.org> NOTIFY=SUCCESS,FAILURE,DELAY',
    'DATA',
  ]);
});

test('one session carries many messages, and makes way after 200', async () => {
  const { relay, sessions } = await openScriptedRelay();
  const send = sender({ relays: [relay] });
  for (let sent = 0; sent < 201; sent += 1) expect(await send()).toHaveProperty('detail');
  expect(sessions()).toBe(2);
});

test.each(['421 4.4.2 Idle too long', 'drop'])(
  'a session that the relay ends between messages (%s) costs no attempt',
  async (reply) => {
    const { relay, sessions } = await openScriptedRelay((step, { number, message }) =>
      step === 'MAIL' && number === 1 && message === 2 ? reply : undefined,
    );
    const send = sender({ relays: [relay] });
    expect(await send()).toHaveProperty('detail');
    expect(await send()).toHaveProperty('detail');
    expect(sessions()).toBe(2);
  },
);

test('a message dropped after its text is not sent a second time by itself', async () => {
  const { relay, sessions } = await openScriptedRelay((step, { message }) =>
    step === 'TEXT' && message === 2 ? 'drop' : undefined,
  );
  const send = sender({ relays: [relay] });
  await send();
  expect(await send()).toMatchObject({ inDoubt: true });
  expect(sessions()).toBe(1);
});

test('a session that has ended says goodbye', async () => {
  const { relay, commands } = await openScriptedRelay();
  const channel = createEmail(exampleConfig({ relays: [relay] }));
  const message = await channel.finish(
    channel.compose(exampleLetter),
    recipientAt('karim@example.org'),
  );
  await channel.send(message, { urgent: false, timeoutMs: 20_000 });
  await channel.close();
  expect(commands.at(-1)).toBe('QUIT');
});
