import { describe, expect, test } from 'vitest';
import { languages } from '../../src/advisory/language.ts';
import { slot } from '../../src/channel/channel.ts';
import { type Reason, reasons } from '../../src/fanout/reason.ts';
import { advisoryLetter } from '../../templates/advisory-letter.tsx';
import { exampleContent } from '../advisory/example.ts';
import { exampleOccasion, exampleVersion } from './occasion.ts';

const owners = ['contact', 'public'] as const;
const everyLetter = reasons.flatMap((reason) =>
  languages.flatMap((language) => owners.map((owner) => [reason, language, owner] as const)),
);

describe.each(everyLetter)('%s, %s, to a %s', (reason, language, owner) => {
  const letter = advisoryLetter(exampleOccasion({ language, owner }, reason));
  const page = letter.html;

  test('subject, language and urgency', () => {
    expect(letter.subject).toMatch(/^\[TLP:AMBER\] NCSC-2019-0979 \[1\.03\] \[H\/H\] \S/);
    expect(letter).toMatchObject({ language, urgent: true, public: owner === 'public' });
    expect(page).toContain(`<html lang="${language}">`);
  });

  test('a contact has the page to answer, the public has the way out', () => {
    const [own, other] =
      owner === 'contact'
        ? (['acknowledge', 'unsubscribe'] as const)
        : (['unsubscribe', 'acknowledge'] as const);
    expect(letter.text.split(slot(own))).toHaveLength(2);
    expect(page.split(`href="${slot(own)}"`)).toHaveLength(2);
    expect(letter.text + page).not.toContain(slot(other));
  });

  test('the HTML is light, holds no image, script or form, and fetches nothing', () => {
    expect(page.length).toBeLessThan(30_000);
    expect(page).not.toMatch(
      /<(img|script|link|form|iframe|object|svg)\b|url\(|@import|\bsrc=|background=/i,
    );
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  test('the text keeps to 72 characters, and says what the HTML says', () => {
    const long = letter.text.split('\n').filter((line) => line.length > 72);
    expect(long.filter((line) => /\S\s+\S/.test(line.trim()))).toEqual([]);
    const said = letter.text.replace(/\s+/g, ' ');
    for (const text of ['TLP:AMBER', 'NCSC-2019-0979', '11 ', 'CET']) {
      expect(said).toContain(text);
      expect(page).toContain(text);
    }
  });
});

const textOf = (reason: Reason, change: Parameters<typeof exampleOccasion>[0] = {}) =>
  advisoryLetter(exampleOccasion(change, reason)).text.replace(/\s+/g, ' ');

test('a publication says what it replaces, what changed, and what to do', () => {
  const text = textOf('publication');
  expect(text).toContain('Dit is versie 1.03');
  expect(text).toContain('vervangt versie 1.02');
  expect(text).toContain('risico van M/H naar H/H');
  expect(text).toContain('Urgent (H/H: kans hoog, schade hoog)');
  expect(text).toContain('Dringend: schakel uit.');
  expect(text).toContain('Voer de tussentijdse maatregelen van de leverancier uit.');
  expect(text).toContain('CVE-2019-19781');
  expect(text).toContain('https://example.org/advisory');
});

test('a first version replaces nothing', () => {
  const text = textOf('publication', { previous: null });
  expect(text).toContain('Dit is een nieuw beveiligingsadvies.');
  expect(text).not.toContain('veranderd sinds');
});

test('a request names who asks, by when, and every condition', () => {
  const text = textOf('request');
  expect(text).toContain('Gevraagd door: CIO Rijk');
  expect(text).toContain('Antwoord vóór: 20 januari 2020 om 09:00 CET');
  expect(text).toContain('- Uitschakelen is onevenredig.');
  expect(text).toContain('- Er is extra toezicht.');
  expect(text).toContain('Beantwoord dit verzoek:');
});

test('times are Dutch, in summer too', () => {
  const version = exampleVersion({ publishedAt: new Date('2020-07-01T09:30:00Z') });
  expect(textOf('publication', { version })).toContain('1 juli 2020 om 11:30 CEST');
  expect(textOf('publication', { version, language: 'en' })).toContain('1 July 2020 at 11:30 CEST');
});

test('a correction names the version that was wrong', () => {
  const version = exampleVersion({ correctsVersionId: 12 });
  expect(textOf('correction', { version })).toContain('In versie 1.02 stond een fout.');
  const other = exampleVersion({ correctsVersionId: 10 });
  expect(textOf('correction', { version: other })).toContain(
    'In een eerdere versie stond een fout.',
  );
});

test('a withdrawal says why, and does not repeat the advice or the risk', () => {
  const version = exampleVersion({ withdrawnAt: new Date('2020-01-12T09:00:00Z') });
  const text = textOf('withdrawal', { version });
  expect(text).toContain('De melding klopte niet.');
  expect(text).toContain('Ingetrokken: 12 januari 2020 om 10:00 CET');
  expect(text).not.toContain('tussentijdse maatregelen');
  expect(text).not.toContain('schade hoog');
});

test('only what is CLEAR is linked to on the website', () => {
  const clear = { version: exampleVersion({ tlp: 'CLEAR' }), owner: 'public' } as const;
  expect(textOf('publication', clear)).toContain(
    'https://hub.example.nl/advisories/NCSC-2019-0979',
  );
  expect(textOf('publication')).not.toContain('https://hub.example.nl/');
});

test('text of an author is never markup', () => {
  const content = exampleContent();
  content.texts.nl.title = '<script>alert(1)</script> & "meer"';
  content.texts.nl.advice = '- <img src=x>\n- </style><b>';
  content.references = [{ url: 'https://x.example/?a=1&b="><script>', title: '<i>' }];
  const { html } = advisoryLetter(exampleOccasion({ version: exampleVersion({ content }) }));
  expect(html).not.toMatch(/<script|<img|<b>|<i>|"><script/);
  expect(html).toContain('&lt;script&gt;');
});

test('a long list of products ends in how many more there are', () => {
  const content = exampleContent();
  content.products = Array.from({ length: 400 }, (_, index) => ({
    vendor: 'Leverancier',
    name: `Product ${index}`,
    versions: [],
  }));
  const text = textOf('publication', { version: exampleVersion({ content }) });
  expect(text).toContain('Product 149');
  expect(text).not.toContain('Product 150');
  expect(text).toContain('en nog 250 meer');
});
