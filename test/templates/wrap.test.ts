import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProse } from '../../templates/letter/prose.ts';
import { wrap } from '../../templates/letter/wrap.ts';

test('no line is longer than 72 characters, unless one word is', () => {
  const words = fc.array(fc.stringMatching(/^[a-zé]{1,90}$/), { maxLength: 60 });
  fc.assert(
    fc.property(words, fc.constantFrom('', '- '), (words, first) => {
      const lines = wrap(words.join(' '), first).split('\n');
      for (const line of lines)
        expect(line.length <= 72 || !line.slice(first.length).includes(' ')).toBe(true);
      expect(lines.join('').slice(first.length).replaceAll(' ', '')).toBe(words.join(''));
    }),
  );
});

test('what follows a dash stands under its first word', () => {
  const item = `- ${'woord '.repeat(15).trim()}`;
  expect(wrap(item.slice(2), '- ').split('\n')[1]).toMatch(/^ {2}woord/);
});

test('prose is read as paragraphs and lists', () => {
  expect(readProse('Een\ntwee\n\nDoe dit:\n- a\n  gaat door\n* b\n\n\nSlot')).toEqual([
    { kind: 'paragraph', lines: ['Een', 'twee'] },
    { kind: 'paragraph', lines: ['Doe dit:'] },
    { kind: 'list', items: ['a gaat door', 'b'] },
    { kind: 'paragraph', lines: ['Slot'] },
  ]);
  expect(readProse(' \n\n ')).toEqual([]);
});
