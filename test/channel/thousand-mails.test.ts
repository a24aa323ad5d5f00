import fc from 'fast-check';
import { type ParsedMail, simpleParser } from 'mailparser';
import PostalMime, { type Email } from 'postal-mime';
import { expect, test } from 'vitest';
import { type Letter, slot } from '../../src/channel/channel.ts';
import { createEmail } from '../../src/channel/email/email.ts';
import { recipientAt } from './contract.ts';
import { exampleChat, exampleConfig, exampleEvent } from './example.ts';

const channel = createEmail(exampleConfig());
const link = 'https://hub.example.nl/acknowledge/';

const word = fc.constantFrom(
  'kwetsbaarheid',
  'één',
  'geïnstalleerde',
  'reëel',
  'ĳs',
  '€',
  '“advies”',
  '’s-Gravenhage',
  '=',
  '=3D',
  '==',
  '.',
  '..',
  'From',
  '🚨',
  '👩🏽‍💻',
  'aansprakelijkheidsverzekeringsmaatschappijen',
  '\u00ad',
  '\t',
  '',
  '--=_semafoor',
  '<b>',
  '&amp;',
);
const line = fc.oneof(
  { weight: 8, arbitrary: fc.array(word, { maxLength: 24 }).map((words) => words.join(' ')) },
  { weight: 1, arbitrary: fc.constantFrom('a', 'é', '🚨', '=', '.').map((c) => c.repeat(2000)) },
  { weight: 1, arbitrary: fc.constantFrom('.', '..', '.punt', 'spaties   ', '\t', ' ', '=20') },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }).map(printable) },
);
const gap = fc.constantFrom(slot('acknowledge'), slot('unsubscribe'));
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 1, arbitrary: gap }), { maxLength: 12 })
  .chain((pieces) => fc.constantFrom('\n', '\r\n', '', ' ').map((glue) => pieces.join(glue)))
  .map((text) => `Begin ${text} ${slot('acknowledge')} ${text}${slot('acknowledge')}\nEinde`);
const subject = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '));
const name = fc.stringMatching(/^[a-z][a-z0-9]{8,20}$/);
const key = fc.stringMatching(/^[A-Za-z0-9_-]{16,180}$/);

/** What an author can write: `prose` in the content's schema lets nothing else in, and slots are marks of our own. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF\u{E000}\u{E001}\uFEFF]/gu, '');
}

const fill = (text: string, acknowledge: string, unsubscribe: string) =>
  text
    .replaceAll(slot('acknowledge'), acknowledge)
    .replaceAll(slot('unsubscribe'), unsubscribe)
    .replace(/\r\n?|\n/g, '\n');

test('1,000 mails say to each of two parsers what was written, and name nobody else', async () => {
  const mail = fc.record({ text, html: text, subject, name, other: name, key });
  await fc.assert(
    fc.asyncProperty(mail, async ({ text, html, subject, name, other, key }) => {
      fc.pre(name !== other);
      const letter: Letter = {
        subject,
        text,
        html,
        chat: exampleChat,
        language: 'nl',
        urgent: false,
        public: false,
        cover: 'Een bericht',
        sealed: false,
        event: exampleEvent,
      };
      const segments = channel.compose(letter);
      // Somebody else comes first: nothing of him may remain.
      await channel.finish(segments, recipientAt(`${other}@ander.example.org`));
      const slots = { acknowledge: `${link}${key}`, unsubscribe: `${link}u?a=1&b=${key}` };
      const recipient = recipientAt(`${name}@example.org`, { slots });
      const { bytes } = await channel.finish(segments, recipient);
      const raw = Buffer.from(bytes);
      expectLines(raw);
      expect(raw.toString('latin1')).not.toContain('@ander.example.org');
      const [first, second] = await Promise.all([simpleParser(raw), PostalMime.parse(raw)]);
      const said = {
        text: fill(text, slots.acknowledge, slots.unsubscribe),
        html: fill(html, slots.acknowledge, slots.unsubscribe.replaceAll('&', '&amp;')),
        subject: oneLine(subject),
        to: [recipient.target],
      };
      expect(byMailparser(first)).toEqual(said);
      expect(byPostalMime(second)).toEqual(said);
    }),
    { numRuns: 1000, endOnFailure: true },
  );
});

function byMailparser({ text = '', html, subject = '', to }: ParsedMail) {
  const addresses = [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address));
  return { text, html: html || '', subject: oneLine(subject), to: addresses };
}

function byPostalMime({ text = '', html = '', subject = '', to = [] }: Email) {
  const addresses = to.map(({ address }) => address);
  // postal-mime ends what it decodes with a line end of its own.
  return { text: cut(text), html: cut(html), subject: oneLine(subject), to: addresses };
}

const cut = (text: string) => text.replace(/\n$/, '');

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** RFC 5322 §2.1.1, RFC 2045 §6.7: ASCII, CRLF alone, and short lines. */
function expectLines(raw: Buffer) {
  const message = raw.toString('latin1');
  expect(message).toMatch(/^[\t\r\n\x20-\x7e]*$/);
  expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const bodyAt = message.indexOf('\r\n\r\n');
  const longest = (text: string) => Math.max(...text.split('\r\n').map((line) => line.length));
  expect(longest(message.slice(0, bodyAt))).toBeLessThanOrEqual(998);
  expect(longest(message.slice(bodyAt))).toBeLessThanOrEqual(76);
}
