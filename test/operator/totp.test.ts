import { expect, test } from 'vitest';
import { hintOf, inventKey, isKey } from '../../src/operator/api-key.ts';
import { passwordFindings } from '../../src/operator/password.ts';
import { authenticatorUri, codeAt, inventSecret, stepAt, stepOf } from '../../src/operator/totp.ts';

// RFC 6238 appendix B, SHA-1: the last six of its eight digits.
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code of RFC 6238 is %s', (seconds, code) => {
  expect(codeAt(secret, stepAt(seconds * 1000))).toBe(code);
  for (const aside of [0, 30])
    expect(stepOf(secret, code, (seconds + aside) * 1000)).toBe(stepAt(seconds * 1000));
  expect(stepOf(secret, code, (seconds + 90) * 1000)).toBeNull();
});

test('a secret has 160 bits, and an authenticator reads whose it is', () => {
  expect(inventSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(inventSecret()).not.toBe(inventSecret());
  const uri = authenticatorUri(secret, { issuer: 'CSIRT & co', account: 'a@b.nl' });
  expect(uri).toBe(
    `otpauth://totp/CSIRT%20%26%20co:a%40b.nl?secret=${secret}&issuer=CSIRT%20%26%20co`,
  );
});

test('a key with one character mistyped is known to be none', () => {
  const key = inventKey();
  expect(isKey(key)).toBe(true);
  for (const at of [4, 20, 43]) {
    const wrong = key[at] === 'a' ? 'b' : 'a';
    expect(isKey(key.slice(0, at) + wrong + key.slice(at + 1))).toBe(false);
  }
  expect(hintOf(key)).toHaveLength(8);
  expect(isKey(`${key} `)).toBe(false);
});

test.each([
  ['elf tekens!', 'at least 12'],
  ['x'.repeat(129), 'at most 128'],
  ['anouk de vries 1', 'own name'],
  ['Anouk@csirt.example', 'own name'],
  ['abababababab', 'different'],
  ['de zon schijnt vandaag niet', undefined],
  ['anouk loopt vandaag naar het strand', undefined],
])('the password %s: %s', (password, said) => {
  const whose = { name: 'Anouk de Vries', email: 'anouk@csirt.example' };
  const found = passwordFindings(password, whose).map(({ message }) => message);
  if (said === undefined) expect(found).toEqual([]);
  else expect(found).toEqual([expect.stringContaining(said)]);
});
