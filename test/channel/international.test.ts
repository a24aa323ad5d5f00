import { expect, test } from 'vitest';
import { openTestSmtp } from '../support/smtp.ts';
import { reachesInternationalAddresses } from './international.ts';
import { openPost } from './post.ts';
import { openScriptedRelay } from './scripted-relay.ts';

reachesInternationalAddresses(async ({ offered }) => {
  const smtp = await openTestSmtp({ hideSMTPUTF8: !offered });
  return {
    relay: smtp.relay,
    taken: async (count) => (await smtp.received(count)).map(({ raw }) => Buffer.from(raw)),
  };
});

/** The lines about envelopes that a relay with these extensions gets, its SIZE left out. */
async function envelopesAt(extensions: string[], ...targets: string[]) {
  const ehlo = ['relay.example.nl', 'PIPELINING', ...extensions];
  const offer = ehlo.map((line, at) => `250${at === ehlo.length - 1 ? ' ' : '-'}${line}`);
  const { relay, commands } = await openScriptedRelay((step) =>
    step === 'EHLO' ? offer.join('\r\n') : undefined,
  );
  const { send } = openPost({ relays: [relay], connections: 1 });
  for (const target of targets) await send(target).catch(() => {});
  return commands
    .filter((line) => /^(MAIL|RCPT)/.test(line))
    .map((line) => Buffer.from(line, 'latin1').toString());
}
const from = 'MAIL FROM:<bounce+7.abcdefghij@terug.example.nl>';

test('8BITMIME and SMTPUTF8 are asked for by the message that needs them alone', async () => {
  const targets = ['karim@example.org', 'jörg@bücher.example', 'karim@bücher.example'];
  expect(await envelopesAt(['8BITMIME', 'SMTPUTF8'], ...targets)).toEqual([
    from,
    'RCPT TO:<karim@example.org>',
    `${from} BODY=8BITMIME SMTPUTF8`,
    'RCPT TO:<jörg@xn--bcher-kva.example>',
    from,
    'RCPT TO:<karim@xn--bcher-kva.example>',
  ]);
});

test('where neither is offered, nothing about the address leaves the house', async () => {
  expect(await envelopesAt(['8BITMIME'], 'jörg@bücher.example')).toEqual([]);
  expect(await envelopesAt([], 'karim@bücher.example')).toHaveLength(2);
});
