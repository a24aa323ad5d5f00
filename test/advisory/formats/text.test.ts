import { describe, expect, test } from 'vitest';
import { writeMarkdown } from '../../../src/advisory/formats/markdown.ts';
import { writeText } from '../../../src/advisory/formats/text.ts';
import { exampleVersion } from '../../templates/occasion.ts';
import { exampleContent } from '../example.ts';

const content = exampleContent();
content.products = [
  {
    vendor: 'Citrix',
    name: 'ADC',
    versions: [
      { version: '12.1', status: 'affected' },
      { version: '13.0.47', status: 'fixed' },
    ],
  },
];
content.texts.en.description =
  '# no heading\n1. no list\n- a list\n---\n<b>*bold*</b> [x](https://evil.example)';
const notes = { audienceId: 1, nl: 'Dringend voor u.', en: 'Urgent for you.' };
const version = exampleVersion({ content: { ...content, coveringNotes: [notes] } });

describe('plain text', () => {
  test('says everything in the language asked for, between its labels', () => {
    expect(writeText({ ...version, content }, 'nl')).toBe(`TLP:AMBER

Kwetsbaarheid in Citrix ADC en Citrix Gateway

Advies: NCSC-2019-0979 [1.03]
TLP: AMBER
Risico (kans/schade): H/H
Gepubliceerd: 2020-01-11T09:30:00.000Z

Samenvatting
------------
Een kwetsbaarheid laat een aanvaller van buiten code uitvoeren.

Advies
------
Voer de tussentijdse maatregelen van de leverancier uit.

Beschrijving
------------
De kwetsbaarheid zit in de verwerking van paden.

Producten
---------
- Citrix ADC: kwetsbaar 12.1; verholpen 13.0.47

Kwetsbaarheden
--------------
- CVE-2019-19781 – CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
- CWE-22

Verwijzingen
------------
- The vendor’s advisory
  https://example.org/advisory

TLP:AMBER
`);
  });

  test('begins with the withdrawal, and has no word of a covering note', () => {
    const withdrawalStatement = { nl: 'Het klopte niet.', en: 'It was mistaken.' };
    const gone = { ...version, withdrawnAt: new Date(), withdrawalStatement };
    const text = writeText(gone, 'en');
    expect(text.indexOf('It was mistaken.')).toBeLessThan(text.indexOf('Summary'));
    expect(text).not.toContain('Urgent for you');
  });
});

describe('Markdown', () => {
  const markdown = writeMarkdown(version, 'en');

  test('has headings, lists and links of our own', () => {
    expect(markdown).toContain(
      '# Vulnerability in Citrix ADC and Citrix Gateway\n\n- **Advisory:** NCSC-2019-0979 \\[1.03\\]',
    );
    expect(markdown).toContain('## Products\n\n- Citrix ADC: affected 12.1; fixed 13.0.47');
    expect(markdown).toContain('- [The vendor’s advisory](<https://example.org/advisory>)');
  });

  test('and none that somebody typed, but for plain lists', () => {
    expect(markdown).toContain(
      '\\# no heading\n1\\. no list\n- a list\n\\---\n\\<b\\>\\*bold\\*\\</b\\> \\[x\\](https\\://evil.example)',
    );
  });
});
