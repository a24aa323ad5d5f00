import { expect, test } from 'vitest';
import { createEmail } from '../../src/channel/email/email.ts';
import { tidy } from '../../src/channel/email/reply.ts';
import type { DeliveryError } from '../../src/errors.ts';
import { atEnd } from '../support/at-end.ts';
import { recipientAt } from './contract.ts';
import { exampleConfig, exampleLetter as letter } from './example.ts';
import { openScriptedRelay, type Script, type Step } from './scripted-relay.ts';

const target = 'Karim.Benali@vitaal.example.org';

async function failureOf(script: Script, text: string = letter.text): Promise<DeliveryError> {
  const { relay } = await openScriptedRelay(script);
  const channel = createEmail(exampleConfig({ relays: [relay] }));
  atEnd(() => channel.close());
  const message = await channel.finish(channel.compose({ ...letter, text }), recipientAt(target));
  return channel.send(message, { urgent: false, timeoutMs: 20_000 }).then(
    () => expect.fail('it was sent'),
    (error) => error,
  );
}

const answering = (step: Step, reply: string) => (asked: Step) =>
  asked === step ? reply : undefined;

const lost = { permanent: true, relay: false, inDoubt: false };
const later = { permanent: false, relay: false, inDoubt: false };
const notNow = { permanent: false, relay: true, inDoubt: false };
const unknown = { permanent: false, relay: false, inDoubt: true };

test.each([
  ['GREET', '421 4.3.2 Shutting down', notNow],
  ['GREET', '554 5.3.2 No service here', notNow],
  ['GREET', 'drop', notNow],
  ['EHLO', '421 4.3.2 Too busy', notNow],
  ['EHLO', 'drop', notNow],
  ['MAIL', '550 5.7.1 Sender refused', notNow],
  ['MAIL', '530 5.7.0 Authentication required', notNow],
  ['MAIL', '452 4.3.1 Insufficient storage', notNow],
  ['MAIL', '552 5.3.4 Message too large', lost],
  ['RCPT', '530 5.7.0 Authentication required', notNow],
  ['RCPT', '550 5.1.1 No such user', lost],
  ['RCPT', '450 4.2.0 Greylisted', later],
  ['RCPT', '421 4.7.0 Too many recipients', later],
  ['RCPT', 'drop', later],
  ['DATA', '554 5.6.0 No data from you', lost],
  ['DATA', '451 4.3.0 Not now', later],
  ['DATA', 'drop', later],
  ['TEXT', '554 5.7.1 Looks like spam', lost],
  ['TEXT', '451 4.7.1 Try again later', later],
  ['TEXT', '421 4.3.2 Shutting down', later],
  ['TEXT', 'drop', unknown],
] as const)('%s answered "%s"', async (step, reply, meaning) => {
  const error = await failureOf(answering(step, reply));
  expect(error).toMatchObject(meaning);
  if (reply !== 'drop') expect(error.message).toContain(reply.slice(4));
});

test('a message larger than the relay takes is refused for good without being sent', async () => {
  const error = await failureOf(() => undefined, 'x '.repeat(60_000));
  expect(error).toMatchObject(lost);
});

test.each([
  [`550 5.1.1 <${target}>: unknown`, '550 5.1.1 <[address]>: unknown'],
  [`550 user ${target.toUpperCase()} unknown`, '550 user [address] unknown'],
  ['550 user karim.benali unknown', '550 user [address] unknown'],
  [
    `550 see https://x.example/?a=${encodeURIComponent(target)}`,
    '550 see https://x.example/?a=[address]',
  ],
  ['550 from bounce+7.abc@terug.example.nl refused', '550 from [address] refused'],
  ['550-first\r\n550\tsecond\u0000\u2028third', '550-first 550 second third'],
  ['550 geweigerd: één €', '550 geweigerd: één €'],
])('the words "%s" are kept as "%s"', (words, kept) => {
  expect(tidy(words, target)).toBe(kept);
});

test('long words are cut at 500 characters, never in the middle of one', () => {
  expect(tidy('a'.repeat(499) + '🚨'.repeat(9), target)).toBe(`${'a'.repeat(499)}\uFFFD`);
  expect(tidy('a'.repeat(10_000), target)).toHaveLength(500);
});
