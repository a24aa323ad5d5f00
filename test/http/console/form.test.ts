import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { clashesOf } from '../../../src/http/console/advisory/clashes.ts';
import { changeRows } from '../../../src/http/console/advisory/rows.ts';
import { findingWords } from '../../../src/http/console/finding-words.ts';
import { findingsOf } from '../../../src/http/console/findings-of.ts';
import { flatten } from '../../../src/http/console/flatten.ts';
import { blank, many, momentField, whole } from '../../../src/http/console/input.ts';
import { nest } from '../../../src/http/console/nest.ts';
import { countRows } from '../../../templates/console/advisory/edit/rows.ts';
import { fromLocal, toLocal } from '../../../templates/console/local-time.ts';

describe('the fields of a form', () => {
  test('become an object by the dots in their names, and back', () => {
    const stored = { a: { b: '1' }, rows: [{ name: 'x', more: [{ v: '1' }] }, { name: 'y' }] };
    expect(nest(flatten(stored))).toEqual(stored);
  });

  test('keep no hole where a row was taken out, and line ends as LF', () => {
    const typed = { 'rows.7.name': ['b\r\nc'], 'rows.2.name': ['a'], ticked: ['1', '2'] };
    expect(nest(typed)).toEqual({ rows: [{ name: 'a' }, { name: 'b\nc' }], ticked: ['1', '2'] });
  });

  test('cannot reach a prototype, nor make a list of a million holes', () => {
    const made = nest({ '__proto__.polluted': ['yes'], 'constructor.prototype.x': ['yes'] });
    expect({}).not.toHaveProperty('polluted');
    expect(Object.prototype).not.toHaveProperty('x');
    expect(made).toBeDefined();
    const far = { 'rows.999999999.name': ['a'] };
    expect(Array.isArray((nest(far) as { rows: unknown }).rows)).toBe(false);
    expect(countRows(far).size).toBe(0);
  });
});

describe('a button that changes rows', () => {
  const typed = {
    'content.products.0.name': ['ADC'],
    'content.products.1.name': ['Gateway'],
    'content.products.1.versions.0.version': ['13'],
    'matrix.impact.codeExecution': ['user'],
  };

  test('adds one, which takes the focus', () => {
    const added = changeRows(typed, 'add content.products');
    expect(added?.focus).toBe('content.products.2.vendor');
    expect(countRows(added?.typed ?? {}).get('content.products')).toBe(3);
    const version = changeRows(typed, 'add content.products.1.versions');
    expect(version?.focus).toBe('content.products.1.versions.1.version');
  });

  test('takes one out and numbers the rest anew', () => {
    const left = changeRows(typed, 'remove content.products.0');
    expect(left?.typed).toMatchObject({
      'content.products.0.name': ['Gateway'],
      'content.products.0.versions.0.version': ['13'],
    });
    expect(countRows(left?.typed ?? {}).get('content.products')).toBe(1);
  });

  test('clears the matrix, and nothing else', () => {
    const cleared = changeRows(typed, 'clear matrix')?.typed ?? {};
    expect(Object.keys(cleared)).toHaveLength(3);
  });

  test.each(['save', 'save on', 'add everything', 'add content', ''])('%s is none', (action) => {
    expect(changeRows(typed, action)).toBeNull();
  });
});

test('two people’s texts are compared field by field, rows list by list', () => {
  const mine = {
    'content.texts.nl.title': ['A\r\n'],
    'content.cvss.0.cve': ['CVE-1'],
    do: ['save'],
  };
  const theirs = { 'content.texts.nl.title': ['B'], 'content.cvss.0.cve': ['CVE-1'] };
  expect(clashesOf(mine, theirs)).toEqual([
    { path: 'content.texts.nl.title', typed: 'A', stored: 'B' },
  ]);
  const moved = { 'content.cvss.0.cve': ['CVE-2'], 'content.cvss.1.cve': ['CVE-1'] };
  expect(clashesOf(moved, { 'content.cvss.0.cve': ['CVE-1'] })).toEqual([
    { path: 'content.cvss', typed: '0.cve: CVE-2\n1.cve: CVE-1\n', stored: '0.cve: CVE-1\n' },
  ]);
});

describe('a date and time in the Netherlands', () => {
  test.each([
    ['2020-01-13T09:05', '2020-01-13T08:05:00.000Z'],
    ['2020-07-01T00:00', '2020-06-30T22:00:00.000Z'],
    ['2020-10-25T02:30', '2020-10-25T00:30:00.000Z'],
  ])('%s is %s', (typed, at) => {
    expect(fromLocal(typed)?.toISOString()).toBe(at);
    expect(toLocal(new Date(at))).toBe(typed);
  });

  test.each(['2020-03-29T02:30', '2020-02-30T10:00', 'tomorrow', '', '20200-01-01T00:00'])(
    '%s is none',
    (typed) => {
      expect(fromLocal(typed)).toBeNull();
    },
  );
});

test('everything that is wrong is said at its field, once, in the reader’s language', () => {
  const schema = z.object({
    name: z.string().min(1).max(5),
    number: whole,
    tlp: z.enum(['CLEAR', 'RED']),
    link: z.url(),
    at: momentField,
    later: blank(momentField),
    kinds: many(z.enum(['a', 'b'])),
  });
  const wrong = {
    name: ['longer'],
    number: ['x'],
    link: ['nowhere'],
    kinds: ['a', 'c'],
    later: ['soon'],
  };
  const said = (language: 'nl' | 'en') => {
    const read = schema.safeParse(nest(wrong), { error: findingWords(language) });
    return read.error ? findingsOf(read.error) : [];
  };
  expect(said('nl').map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'name: Dit mag hoogstens 5 tekens zijn; maak het korter.',
    'number: Vul een getal in.',
    'tlp: Kies een van de mogelijkheden.',
    'link: Vul een volledig adres in dat met https:// of http:// begint.',
    'at: Vul dit in.',
    'later: Vul een datum en tijd in die bestaan, zoals 13-01-2020 09:05.',
    'kinds.1: Kies een van de mogelijkheden.',
  ]);
  expect(said('en').map(({ path }) => path)).toEqual(said('nl').map(({ path }) => path));
  expect(said('en')[0]?.message).toContain('5 characters at most');
});
