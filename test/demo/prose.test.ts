import { expect, test } from 'vitest';
import { prose } from '../../src/demo/prose.ts';

test('joins the lines of a paragraph, and keeps paragraphs and lists apart', () => {
  const text = prose`
    One line
    that goes on.

    - first
      and more
    - second`;
  expect(text).toBe('One line that goes on.\n\n- first and more\n- second');
});
