import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { type Letter, type Recipient, slot } from '../../src/channel/channel.ts';
import { createEmail } from '../../src/channel/email/email.ts';
import { DeliveryError } from '../../src/errors.ts';
import { recipientAt } from './contract.ts';
import { exampleConfig, exampleLetter } from './example.ts';

const channel = createEmail(exampleConfig());
const plain: Letter = {
  ...exampleLetter,
  subject: '[TLP:CLEAR] NCSC-2019-0979 [1.00] [M/H] Een titel',
};

/** The headers as a parser reads them, by name in lower case. */
async function headersOf(letter: Partial<Letter> = {}, recipient: Partial<Recipient> = {}) {
  const segments = channel.compose({ ...plain, ...letter });
  const { bytes } = await channel.finish(segments, recipientAt('karim@example.org', recipient));
  const { headers, subject = '' } = await PostalMime.parse(bytes);
  const names = headers.map(({ key }) => key);
  expect(names).toEqual([...new Set(names)]);
  return new Map(headers.map(({ key, value }) => [key, key === 'subject' ? subject : value]));
}

test('a message carries what its reader and other machines need', async () => {
  const headers = await headersOf();
  expect(Object.fromEntries(headers)).toEqual({
    date: 'Sat, 11 Jan 2020 09:30:00 +0000',
    'message-id': '<7.abcdefghij@hub.example.nl>',
    to: 'karim@example.org',
    from: expect.stringMatching(/ <adviezen@example\.nl>$/),
    subject: plain.subject,
    'auto-submitted': 'auto-generated',
    'list-id': '<advisories.hub.example.nl>',
    'content-language': 'nl',
    'mime-version': '1.0',
    'content-type': 'multipart/alternative; boundary="=_semafoor"',
  });
});

test('the sender’s name arrives as it is written', async () => {
  const { bytes } = await channel.finish(channel.compose(plain), recipientAt('karim@example.org'));
  const { from } = await PostalMime.parse(bytes);
  expect(from).toMatchObject(exampleConfig().from);
});

test('an urgent message says so', async () => {
  const headers = await headersOf({ urgent: true });
  expect(headers.get('x-priority')).toBe('1 (Highest)');
  expect(headers.get('importance')).toBe('high');
});

test('an update threads under the versions before it', async () => {
  const headers = await headersOf({}, { earlierKeys: ['1.aaaaaaaaaa', '2.bbbbbbbbbb'] });
  expect(headers.get('in-reply-to')).toBe('<2.bbbbbbbbbb@hub.example.nl>');
  expect(headers.get('references')).toBe(
    '<1.aaaaaaaaaa@hub.example.nl> <2.bbbbbbbbbb@hub.example.nl>',
  );
});

test('a long thread keeps its first message and the newest', async () => {
  const earlierKeys = Array.from({ length: 500 }, (_, index) => `${index}.aaaaaaaaaa`);
  const references = (await headersOf({}, { earlierKeys })).get('references')?.split(' ') ?? [];
  expect(references).toHaveLength(20);
  expect(references[0]).toBe('<0.aaaaaaaaaa@hub.example.nl>');
  expect(references[19]).toBe('<499.aaaaaaaaaa@hub.example.nl>');
});

test('mail to the public can be ended with one click, mail to contacts cannot', async () => {
  const headers = await headersOf({ public: true });
  const { unsubscribe } = recipientAt('').slots;
  expect(headers.get('list-unsubscribe')).toBe(`<${unsubscribe}>`);
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect((await headersOf()).has('list-unsubscribe')).toBe(false);
});

test('a way out that is no address on the web stays out of the headers', async () => {
  for (const unsubscribe of ['', 'javascript:x', 'https://x.example/\r\nBcc: otto@example.org']) {
    const slots = { acknowledge: '', unsubscribe };
    const headers = await headersOf({ public: true }, { slots });
    expect(headers.has('list-unsubscribe')).toBe(false);
    expect(headers.has('bcc')).toBe(false);
  }
});

test.each([
  'Titel\r\nBcc: otto@example.org',
  'Titel\nBcc: otto@example.org\n\nEen andere tekst',
  'Titel\u2028Bcc: otto@example.org\u0085x\u0000',
  `Titel ${slot('acknowledge')} Bcc: otto@example.org`,
])('a hostile subject stays one subject: %j', async (subject) => {
  const headers = await headersOf({ subject });
  expect(headers.has('bcc')).toBe(false);
  expect(headers.get('subject')).toMatch(/^Titel [\x20-\x7e]*Bcc: otto@example\.org/);
  expect(headers.size).toBe(10);
});

test('a subject far too long for a line arrives whole', async () => {
  const subject = `Kwetsbaarheid ${'ë'.repeat(400)} ${'x'.repeat(400)} einde`;
  expect((await headersOf({ subject })).get('subject')).toBe(subject);
});

test.each([
  'karim@example.org\r\nBcc: otto@example.org',
  'karim@example.org, otto@example.org',
  'karim@example.org>',
  '<karim@example.org>',
  'Karim <karim@example.org>',
  'karim@example.org RCPT TO:<otto@example.org>',
  '"karim otto"@example.org',
  'karim@',
  '@example.org',
  'karim',
  '',
  'karim@exa mple.org',
  'karim@example..org',
  'karim@-example.org',
  'karim@example.org\u2028x',
  'kar\u202eim@example.org',
  '\u00a0karim@example.org',
  'kar\u0085im@example.org',
  `${'ï'.repeat(33)}@example.org`,
  `${'k'.repeat(65)}@example.org`,
  `karim@${'example.'.repeat(40)}org`,
])('an address that could be more than one address is refused for good: %j', (target) => {
  const error = catching(() => channel.finish(channel.compose(plain), recipientAt(target)));
  expect(error).toBeInstanceOf(DeliveryError);
  expect(error).toMatchObject({ permanent: true });
  expect((error as Error).message).not.toMatch(/karim|otto/);
});

test('a Dutch domain with an accent goes out in its ASCII form', async () => {
  const message = await channel.finish(channel.compose(plain), recipientAt('karim@Één.example'));
  expect(message.target).toBe('karim@xn--n-9faa.example');
});

test('a key that is not ours never becomes a header', () => {
  const finish = (change: Partial<Recipient>) =>
    catching(() => channel.finish(channel.compose(plain), recipientAt('k@example.org', change)));
  expect(finish({ key: 'a>\r\nBcc: otto@example.org' })).toBeInstanceOf(Error);
  expect(finish({ earlierKeys: ['a b'] })).toBeInstanceOf(Error);
});

function catching(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

test('where somebody takes answers, a letter says where, and public mail how it ends', async () => {
  const asking = createEmail(exampleConfig({ replyDomain: 'terug.example.nl' }));
  const headers = async (letter: Partial<Letter>, unsubscribe = '') => {
    const slots = { acknowledge: '', unsubscribe };
    const { bytes } = await asking.finish(
      asking.compose({ ...plain, ...letter }),
      recipientAt('karim@example.org', { slots }),
    );
    const { headers } = await PostalMime.parse(bytes);
    return new Map(headers.map(({ key, value }) => [key, value]));
  };
  expect((await headers({})).get('reply-to')).toBe('reply+7.abcdefghij@terug.example.nl');
  const open = await headers({ public: true }, 'https://hub.example.nl/unsubscribe/x');
  expect(open.get('reply-to')).toBeUndefined();
  expect(open.get('list-unsubscribe')?.replace(/\s+/g, ' ')).toBe(
    '<https://hub.example.nl/unsubscribe/x>, <mailto:unsubscribe+7.abcdefghij@terug.example.nl>',
  );
});
