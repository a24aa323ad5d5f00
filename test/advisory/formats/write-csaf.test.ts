import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Content, contentSchema, productStatuses } from '../../../src/advisory/content.ts';
import type { CsafDocument } from '../../../src/advisory/formats/csaf/document.ts';
import { readContent } from '../../../src/advisory/formats/csaf/read-content.ts';
import { readCsaf } from '../../../src/advisory/formats/csaf/read-csaf.ts';
import { findWeaknesses } from '../../../src/advisory/formats/csaf/weakness.ts';
import { type Source, writeCsaf } from '../../../src/advisory/formats/csaf/write-csaf.ts';
import type { Version } from '../../../src/advisory/version.ts';
import { exampleVersion } from '../../templates/occasion.ts';
import { exampleContent } from '../example.ts';

const day = (date: number) => new Date(Date.UTC(2020, 0, date, 9));

function issue(ordinal: number, change: Partial<Version> = {}) {
  const publishedAt = day(ordinal + 1);
  const what = ordinal === 0 ? 'first' : 'content';
  const version = exampleVersion({
    id: ordinal + 1,
    ordinal,
    change: what,
    publishedAt,
    tlp: 'CLEAR',
    ...change,
  });
  return { version, tracking: null };
}

function source(change: Partial<Source> = {}): Source {
  return {
    issues: [issue(0)],
    base: null,
    language: 'en',
    publisher: { name: 'NCSC', namespace: 'https://www.csirt.example' },
    publicUrl: 'https://hub.example',
    weaknesses: new Map(),
    ...change,
  };
}

/** What the schema and all tests of the standard say: the mandatory ones as an error, the optional ones as numbers. */
async function judge(document: CsafDocument): Promise<string[]> {
  const { advice } = await readCsaf(new TextEncoder().encode(JSON.stringify(document)));
  return [...new Set(advice.map(({ test }) => test))].filter((test) => test.startsWith('6.2'));
}

const withContent = (content: Content, change: Partial<Version> = {}) =>
  source({ issues: [issue(0, { content, ...change })] });

describe('what the hub writes passes every mandatory and optional test', () => {
  test('of a complete version', async () => {
    const content = exampleContent();
    const weaknesses = await findWeaknesses(content.cwes);
    const document = writeCsaf({ ...withContent(content), weaknesses });
    expect(await judge(document)).toEqual([]);
    expect(document).toMatchObject({
      document: {
        category: 'csaf_security_advisory',
        distribution: { tlp: { label: 'WHITE' } },
        lang: 'en',
        publisher: {
          category: 'coordinator',
          name: 'NCSC',
          namespace: 'https://www.csirt.example',
        },
        tracking: { id: 'NCSC-2019-0979', version: '1.0.0', status: 'final' },
      },
      vulnerabilities: [
        {
          cve: 'CVE-2019-19781',
          cwe: { id: 'CWE-22' },
          product_status: { known_affected: ['CSAFPID-0001'] },
          scores: [
            { products: ['CSAFPID-0001'], cvss_v3: { baseScore: 9.8, baseSeverity: 'CRITICAL' } },
          ],
        },
      ],
    });
  });

  test('of one in Dutch, with every status, a fix and ranges in words', async () => {
    const content = exampleContent();
    content.products = [
      {
        vendor: 'Citrix',
        name: 'ADC',
        cpe: 'cpe:2.3:a:citrix:adc:*:*:*:*:*:*:*:*',
        purl: 'pkg:generic/citrix/adc',
        versions: [
          { version: '12.1 and earlier', status: 'affected' },
          { version: '13.0', status: 'affected' },
          { version: '13.0.47', status: 'fixed' },
          { version: '10.5', status: 'not affected' },
        ],
      },
      // The same version, named with two statuses, and identifiers that nobody can read.
      { vendor: 'Citrix', name: 'ADC', versions: [{ version: '13.0', status: 'fixed' }] },
      { vendor: 'Citrix', name: 'Gateway', cpe: 'cpe?', purl: 'pkg:x', versions: [] },
    ];
    const document = writeCsaf({ ...withContent(content), language: 'nl' });
    expect(await judge(document)).toEqual([]);
    expect(document.document.lang).toBe('nl');
    expect(document.vulnerabilities?.[0]?.product_status).toEqual({
      fixed: ['CSAFPID-0003'],
      known_affected: ['CSAFPID-0001', 'CSAFPID-0002', 'CSAFPID-0005'],
      known_not_affected: ['CSAFPID-0004'],
    });
    expect(document.vulnerabilities?.[0]?.remediations).toMatchObject([
      { category: 'vendor_fix', details: content.texts.nl.advice },
    ]);
  });

  test('of one without products, without a CVE, and of a bare draft', async () => {
    const content = { ...exampleContent(), products: [] };
    expect(await judge(writeCsaf(withContent(content)))).toEqual([]);
    const empty = contentSchema.parse({ texts: { nl: {}, en: {} } });
    const bare = writeCsaf(withContent(empty, { state: 'draft', publishedAt: null }));
    expect(await judge(bare)).toEqual([]);
    expect(bare.document).toMatchObject({ title: 'NCSC-2019-0979', tracking: { status: 'draft' } });
  });

  test('of one whose CVE has no score, but for the test that asks for the score', async () => {
    const content = { ...exampleContent(), cvss: [] };
    const document = writeCsaf(withContent(content));
    expect(await judge(document)).toEqual(['6.2.3']);
    expect(document.vulnerabilities?.[0]?.product_status).toHaveProperty('known_affected');
  });

  test('of whatever a version may say', async () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/\s/g, ' ').trim() || 'x');
    const versions = fc.array(
      fc.record({
        version: fc.oneof(line, fc.constantFrom('<1', 'all', '1.0 and later', '>= 2, < 3')),
        status: fc.constantFrom(...productStatuses),
      }),
      { maxLength: 4 },
    );
    const product = fc.record(
      {
        vendor: line,
        name: line,
        cpe: fc.oneof(line, fc.constant('cpe:2.3:a:b:c:1.0:*:*:*:*:*:*:*')),
        purl: fc.oneof(line, fc.constant('pkg:npm/%40a/b@1')),
        versions,
      },
      { requiredKeys: ['vendor', 'name', 'versions'] },
    );
    const contents = fc
      .record({
        products: fc.array(product, { maxLength: 4 }),
        cves: fc.uniqueArray(fc.constantFrom('CVE-2019-0001', 'CVE-2020-0002')),
        title: line,
        advice: line,
      })
      .map(({ products, cves, title, advice }) =>
        contentSchema.safeParse({
          ...exampleContent(),
          products,
          cves,
          cvss: cves.map((cve) => ({ cve, vector: 'AV:N/AC:L/Au:N/C:P/I:P/A:P' })),
          texts: { nl: {}, en: { title, summary: title, advice } },
        }),
      );
    await fc.assert(
      fc.asyncProperty(contents, async ({ data: content }) => {
        fc.pre(content !== undefined);
        const wrong = await judge(writeCsaf(withContent(content)));
        const isUnscored = content.cves.length === 0 && content.products.length > 0;
        expect(wrong.filter((each) => !(isUnscored && each === '6.2.3'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('what the hub wrote is read back as it was', () => {
  test.each(['nl', 'en'] as const)('in %s', (language) => {
    const content = exampleContent();
    content.products = [
      { vendor: 'Citrix', name: 'ADC', versions: [{ version: '12.1', status: 'affected' }] },
    ];
    const read = readContent(writeCsaf({ ...withContent({ ...content, cwes: [] }), language }));
    expect(read.language).toBe(language);
    expect(read.content.texts[language]).toMatchObject({
      title: content.texts[language].title,
      advice: content.texts[language].advice,
    });
    expect(read.content.products).toEqual(content.products);
    expect(read.content).toMatchObject({
      cves: content.cves,
      cvss: content.cvss,
      references: content.references,
    });
  });
});

describe('the history', () => {
  const numbers = ({ document }: CsafDocument) =>
    document.tracking.revision_history.map(({ number, summary }) => `${number} ${summary}`);

  test('names every published version', () => {
    const issues = [issue(0), issue(1, { change: 'raised' }), issue(2, { change: 'correction' })];
    const document = writeCsaf(source({ issues }));
    expect(numbers(document)).toEqual([
      '1.0.0 First version (H/H)',
      '1.0.1 Risk raised (H/H)',
      '1.0.2 Mistake corrected (H/H)',
    ]);
    expect(document.document.tracking).toMatchObject({
      version: '1.0.2',
      initial_release_date: day(1).toISOString(),
      current_release_date: day(3).toISOString(),
    });
  });

  test('says nothing of a version that its readers may not see', async () => {
    const issues = [issue(0), issue(1, { tlp: 'AMBER' }), issue(2)];
    const document = writeCsaf(source({ issues }));
    expect(numbers(document)).toEqual(['1.0.0 First version (H/H)', '1.0.2 Content changed (H/H)']);
    expect(await judge(document)).toEqual([]);
  });

  test('ends with the withdrawal, and a note says why', async () => {
    const withdrawalStatement = { nl: 'Het klopte niet.', en: 'It was mistaken.' };
    const gone = issue(1, { withdrawnAt: day(9), withdrawalStatement });
    const document = writeCsaf(source({ issues: [issue(0), gone] }));
    expect(await judge(document)).toEqual([]);
    expect(numbers(document).at(-1)).toBe('1.1.1 Withdrawn');
    expect(document.document.notes?.[0]).toMatchObject({
      title: 'Withdrawn',
      text: 'It was mistaken.',
    });
    const after = writeCsaf(
      source({ issues: [issue(0), gone, issue(2, { publishedAt: day(10) })] }),
    );
    expect(numbers(after).slice(-2)).toEqual(['1.1.1 Withdrawn', '1.1.2 Content changed (H/H)']);
    expect(await judge(after)).toEqual([]);
  });

  test('does not name the withdrawal of a version that was no longer the newest', () => {
    const gone = issue(0, { withdrawnAt: day(9), withdrawalStatement: { nl: 'a', en: 'b' } });
    const document = writeCsaf(source({ issues: [gone, issue(1)] }));
    expect(numbers(document)).toEqual(['1.0.0 First version (H/H)', '1.0.1 Content changed (H/H)']);
  });
});
