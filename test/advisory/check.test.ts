import { describe, expect, test } from 'vitest';
import { check, checkDraft } from '../../src/advisory/check.ts';
import type { Content } from '../../src/advisory/content.ts';
import { contentLimit, sizeOf } from '../../src/advisory/content.ts';
import type { Candidate } from '../../src/advisory/rule/rule.ts';
import { exampleCandidate, exampleContent, exampleNext, highHigh } from './example.ts';

function contentWith(edit: (content: Content) => void): Partial<Candidate> {
  const content = exampleContent();
  edit(content);
  return { content };
}
const pathsOf = (change: Partial<Candidate>) =>
  check(exampleCandidate(change), null, 'en').map(({ path }) => path);

test('a complete first version has no findings', () => {
  expect(check(exampleCandidate(), null, 'nl')).toEqual([]);
});

describe('a first version is refused for', () => {
  const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
  const cases: [string, Partial<Candidate>, string[]][] = [
    [
      'a missing language',
      contentWith((c) => {
        c.texts.en = { title: '', summary: ' ', description: '', advice: '' };
      }),
      ['content.texts.en.title', 'content.texts.en.summary', 'content.texts.en.advice'],
    ],
    [
      'no product and no explanation',
      contentWith((c) => {
        c.products = [];
        c.texts.nl.description = '';
      }),
      ['content.texts.nl.description'],
    ],
    [
      'a CVE out of form, and one that is there twice',
      contentWith((c) => {
        c.cves = ['CVE-2019-19781', 'CVE-2019-123', 'cve-2019-19781', 'CVE-2019-19781'];
      }),
      ['content.cves.1', 'content.cves.2', 'content.cves.3'],
    ],
    ['a CWE out of form', contentWith((c) => c.cwes.push('CWE-022')), ['content.cwes.1']],
    [
      'a CVSS vector without all its metrics, for a CVE that is not named',
      contentWith((c) => {
        c.cvss = [{ cve: 'CVE-2020-0001', vector: vector.replace('/A:H', '') }];
      }),
      ['content.cvss.0.vector', 'content.cvss.0.cve'],
    ],
    [
      'a text that is marked for fewer readers than the version',
      contentWith((c) => {
        c.texts.nl.advice = 'Lees dit.\n[TLP:AMBER] Alleen voor doelgroepen.';
      }),
      ['content.texts.nl.advice'],
    ],
    ['a risk that the matrix does not come to', { likelihood: 'high' }, ['deviation']],
    ['a blank reason for the deviation', { likelihood: 'low', deviation: ' ' }, ['deviation']],
    ['a risk without matrix or reason', { matrix: null }, ['matrix']],
    ['answers to other questions', { matrix: { fire: 'yes' } }, ['matrix']],
    ['being called anything but first', { change: 'content' }, ['change']],
    ['being a withdrawal', { change: 'withdrawal' }, ['change']],
    ['correcting something', { correctsVersionId: 3 }, ['correctsVersionId']],
  ];
  test.each(cases)('%s', (_, change, paths) => {
    expect(pathsOf(change)).toEqual(paths);
  });
});

test.each<[string, Partial<Candidate>]>([
  ['no product, when the description explains', contentWith((c) => (c.products = []))],
  ['a deviation with its reason', { likelihood: 'high', deviation: 'Exploited abroad.' }],
  ['no matrix, when a reason says why', { matrix: null, deviation: 'Imported.' }],
  [
    'a sentence that speaks of another marking',
    contentWith((c) => (c.texts.en.advice = 'More was shared under TLP:AMBER.')),
  ],
  ['its own marking', contentWith((c) => (c.texts.en.advice = 'TLP:CLEAR\nAll may read this.'))],
])('a first version may have %s', (_, change) => {
  expect(pathsOf(change)).toEqual([]);
});

describe('a next version after M/H', () => {
  const raised = { likelihood: 'high', matrix: highHigh } as const;
  const lowered = { likelihood: 'low', deviation: 'A fix is out.' } as const;
  const fewer = contentWith((c) => (c.cves = []));
  fewer.content?.cvss.splice(0);
  const cases: [Partial<Candidate>, string[]][] = [
    [{}, []],
    [{ change: 'editorial' }, []],
    [{ change: 'first' }, ['change']],
    [{ change: 'raised' }, ['change']],
    [{ change: 'raised', ...raised }, []],
    [{ change: 'content', ...raised }, ['change']],
    [{ change: 'correction', correctsVersionId: 7, ...raised }, []],
    [{ change: 'editorial', ...raised }, ['change', 'likelihood']],
    [{ change: 'content', ...lowered }, []],
    [{ change: 'editorial', ...lowered }, ['likelihood']],
    [{ change: 'editorial', tlp: 'AMBER' }, ['tlp']],
    [{ change: 'editorial', ...fewer }, ['content.cves']],
    [{ change: 'correction' }, ['correctsVersionId']],
    [{ change: 'correction', correctsVersionId: 6 }, ['correctsVersionId']],
    [{ change: 'correction', correctsVersionId: 7 }, []],
    [{ change: 'content', correctsVersionId: 7 }, ['correctsVersionId']],
  ];
  test.each(cases)('%o has findings at %o', (change, paths) => {
    const [candidate, before] = exampleNext(change);
    expect(check(candidate, before, 'en').map(({ path }) => path)).toEqual(paths);
  });
});

test('the limit is 256 KB of UTF-8, to the byte', () => {
  const candidate = exampleCandidate();
  const { texts } = candidate.content;
  texts.nl.description = 'é'.repeat(60_000);
  texts.en.description = 'x'.repeat(90_000);
  texts.en.advice += 'x'.repeat(contentLimit - sizeOf(candidate.content));
  expect(checkDraft(candidate, 'en')).toEqual([]);
  texts.en.advice += 'x';
  expect(checkDraft(candidate, 'en').map(({ path }) => path)).toEqual(['content']);
  expect(check(candidate, null, 'en').map(({ path }) => path)).toEqual(['content']);
});

test('findings are in the language that is asked for', () => {
  const candidate = exampleCandidate({ likelihood: 'high' });
  const [nl] = check(candidate, null, 'nl');
  const [en] = check(candidate, null, 'en');
  expect(nl?.message).toContain('De matrix komt uit op M/H');
  expect(en?.message).toContain('The matrix comes to M/H');
});
