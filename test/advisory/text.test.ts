import { expect, test } from 'vitest';
import { contentSchema } from '../../src/advisory/content.ts';
import { line, prose } from '../../src/advisory/text.ts';

test.each([
  ['plain', 'één — “regel” ✓ 🚦', 'één — “regel” ✓ 🚦'],
  ['CRLF', ' a\r\nb\rc ', 'a\nb\nc'],
  ['decomposed', 'e\u0301', 'é'],
])('prose takes %s text', (_, given, kept) => {
  expect(prose(100).parse(given)).toBe(kept);
});

test.each(['a\u0000b', 'a\u001bb', '\ud800', 'a\u0085b', 'a\uffffb'])(
  'prose refuses %j',
  (given) => {
    expect(prose(100).safeParse(given).success).toBe(false);
  },
);

test.each(['Subject\nBcc: someone', 'a\tb', 'Subject\r\nBcc: someone'])(
  'a line refuses %j',
  (given) => {
    expect(line(100).safeParse(given).success).toBe(false);
  },
);

test('a draft may leave a language out, but no script for a reference', () => {
  const draft = { texts: { nl: { title: 'Titel' } } };
  expect(contentSchema.parse(draft).texts.en).toEqual({
    title: '',
    summary: '',
    description: '',
    advice: '',
  });
  const references = [{ url: 'javascript:alert(1)', title: 'x' }];
  expect(contentSchema.safeParse({ ...draft, references }).success).toBe(false);
});
