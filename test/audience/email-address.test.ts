import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { addressInput } from '../../src/audience/address.ts';
import { emailAddress } from '../../src/audience/email-address.ts';
import { wireAddress } from '../../src/channel/email/address.ts';

const read = (text: string) => emailAddress.safeParse(text).data;

test.each([
  'karim@example.org',
  "k.o'brien+soc_1@sub.example.org",
  'jörg@example.org',
  'karim@bücher.example',
  'दत्त@उदाहरण.भारत',
  '用户@例子.广告',
  `${'k'.repeat(64)}@example.org`,
  `${'ï'.repeat(32)}@example.org`,
])('an address that people have is taken as it is: %s', (text) => expect(read(text)).toBe(text));

test('the same letters typed in another way are the same address', () => {
  expect(read('jo\u0308rg@bu\u0308cher.example')).toBe('jörg@bücher.example');
  const address = addressInput.parse({ channel: 'email', target: ' jo\u0308rg@example.org ' });
  expect(address.target).toBe('jörg@example.org');
});

test.each([
  '',
  'karim',
  '@example.org',
  'karim@',
  'karim@localhost',
  'karim@127.0.0.1',
  'karim@[127.0.0.1]',
  'karim@example.0x7f',
  'karim@example..org',
  'karim@-example.org',
  'karim@example-.org',
  '.karim@example.org',
  'karim.@example.org',
  'ka..rim@example.org',
  '"karim otto"@example.org',
  'ka"rim@example.org',
  'karim@example.org, otto@example.org',
  '<karim@example.org>',
  'karim@otto@example.org',
  'ka rim@example.org',
  'ka\u00a0rim@example.org',
  'ka\u0000rim@example.org',
  'ka\u0085rim@example.org',
  'ka\u202erim@example.org',
  'ka\u200brim@example.org',
  'karim@exa\u00admple.org',
  'karim@example.org\r\nBcc: otto@example.org',
  'ka\ud800rim@example.org',
  '🚨@example.org',
  `${'k'.repeat(65)}@example.org`,
  `${'ï'.repeat(33)}@example.org`,
  `karim@${'é'.repeat(60)}.example.org`,
  `karim@${'ab.'.repeat(83)}org`,
  `karim@${'éa.'.repeat(40)}org`,
])('what is none is refused: %j', (text) => {
  expect(emailAddress.safeParse(text).success).toBe(false);
  const address = addressInput.safeParse({ channel: 'email', target: text || 'x' });
  expect(address.error?.issues[0]?.path).toEqual(['target']);
});

test('forms know what is wrong with it', () => {
  const { error } = z.object({ email: emailAddress }).safeParse({ email: 'karim' });
  expect(error?.issues).toMatchObject([
    { code: 'invalid_format', format: 'email', path: ['email'] },
  ]);
});

test('whatever is taken can be written on an envelope, and is one word there', () => {
  const letter = fc.constantFrom(...'aZ9-+.ö用', "'", 'त्त', 'jo\u0308', 'ﬁ');
  const text = fc
    .array(
      fc.oneof(
        { weight: 30, arbitrary: letter },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
      ),
      { minLength: 1, maxLength: 20 },
    )
    .map((letters) => letters.join(''));
  const address = fc
    .tuple(text, fc.oneof(text, fc.constantFrom('example', 'bücher', '例子')))
    .map(([local, domain]) => `${local}@${domain}.org`);
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(address, fc.emailAddress()), (text) => {
      const known = read(text);
      if (known === undefined) return;
      taken += 1;
      expect(wireAddress(known)).toMatch(/^[^\s<>",;:\\()[\]\p{C}\p{Z}]+@[a-z0-9.-]+$/u);
    }),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(300);
});
