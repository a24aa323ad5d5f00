import fc from 'fast-check';
import { expect, test } from 'vitest';
import { difference, isEmpty } from '../../src/advisory/difference.ts';
import { listPassages } from '../../src/advisory/passage.ts';
import { exampleCandidate } from './example.ts';

test('nothing changed is an empty difference', () => {
  const found = difference(exampleCandidate(), exampleCandidate());
  expect(isEmpty(found, 'nl')).toBe(true);
  expect(found.texts).toEqual({ nl: [], en: [] });
});

test('a reader sees the risk, the words, the products and the references that changed', () => {
  const from = exampleCandidate();
  const to = exampleCandidate({ likelihood: 'high', tlp: 'GREEN' });
  to.content.texts.nl.advice = 'Voer de maatregelen van de leverancier direct uit.';
  to.content.products = [
    { vendor: 'Citrix', name: 'Gateway', versions: [{ version: '13.0', status: 'affected' }] },
    { vendor: 'Citrix', name: 'ADC', versions: [] },
  ];
  to.content.cves = ['CVE-2020-0001'];
  to.content.references = [];
  const found = difference(from, to);
  expect(found.risk).toEqual({
    from: { likelihood: 'medium', impact: 'high' },
    to: { likelihood: 'high', impact: 'high' },
  });
  expect(found.tlp).toEqual({ from: 'CLEAR', to: 'GREEN' });
  expect(found.texts.en).toEqual([]);
  expect(found.texts.nl).toEqual([
    {
      field: 'advice',
      passages: [
        { kind: 'same', text: 'Voer de ' },
        { kind: 'removed', text: 'tussentijdse ' },
        { kind: 'same', text: 'maatregelen van de leverancier ' },
        { kind: 'added', text: 'direct ' },
        { kind: 'same', text: 'uit.' },
      ],
    },
  ]);
  expect(found.products.added.map(({ name }) => name)).toEqual(['ADC']);
  expect(found.products.removed).toEqual([]);
  expect(found.products.changed).toMatchObject([
    { name: 'Gateway', to: { versions: [{ version: '13.0' }] } },
  ]);
  expect(found.cves).toEqual({ added: ['CVE-2020-0001'], removed: ['CVE-2019-19781'] });
  expect(found.references.removed.map(({ url }) => url)).toEqual(['https://example.org/advisory']);
  expect(isEmpty(found, 'nl')).toBe(false);
});

test('the passages are the old text without what came, and the new text without what went', () => {
  const words = fc.array(fc.constantFrom('risico', 'hoog.', 'é', '\n', 'ADC', ' '), {
    maxLength: 40,
  });
  const text = words.map((each) => each.join(' '));
  fc.assert(
    fc.property(text, text, (from, to) => {
      const passages = listPassages(from, to);
      const join = (left: 'added' | 'removed') =>
        passages
          .filter(({ kind }) => kind !== left)
          .map((passage) => passage.text)
          .join('');
      expect(join('added')).toBe(from);
      expect(join('removed')).toBe(to);
    }),
  );
});

test('two long texts that have little in common are shown whole', () => {
  const from = Array.from({ length: 10_000 }, (_, i) => `oud${i}.`).join(' ');
  const to = Array.from({ length: 10_000 }, (_, i) => `nieuw${i}.`).join(' ');
  expect(listPassages(from, to).map(({ kind }) => kind)).toEqual(['removed', 'added']);
});
