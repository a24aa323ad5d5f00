import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importLimit, readJson } from '../../../src/advisory/formats/csaf/read-json.ts';
import { mostLevels, mostValues, scanJson } from '../../../src/advisory/formats/csaf/scan-json.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const scan = (text: string) => scanJson(encode(text));

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function refusal(bytes: Uint8Array): { code: string; message: string } {
  try {
    readJson(bytes);
  } catch (error) {
    return error as { code: string; message: string };
  }
  throw new Error('It was read.');
}

describe('a JSON text', () => {
  test('is taken exactly when JSON.parse takes it', () => {
    const broken = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', ',', '"', '[', '}', ':', '\\', '1', 'e', '-', ' '),
      )
      .map(([text, at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + (at % 2));
      });
    const texts = fc.oneof(fc.json(), broken, fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(texts, (text) => {
        expect([text, scan(text) === null]).toEqual([text, parses(text.toWellFormed())]);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['', 0],
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['[1, 2', 5],
    ['[01]', 1],
    ['"a\nb"', 2],
    ['"a\u001fb"', 2],
    ['["\\x"]', 3],
    ['[1] 2', 4],
    ["{'a': 1}", 1],
    ['[NaN]', 1],
  ])('%j is wrong at %i', (text, at) => {
    expect(scan(text)).toEqual({ why: 'syntax', at });
  });

  test('is refused with line and column, in characters', () => {
    const { code, message } = refusal(encode('{\n  "één": 1,\n  "ë": x\n}'));
    expect(code).toBe('invalid');
    expect(message).toContain('line 3, column 8');
  });

  test('is read with and without a byte order mark', () => {
    expect(readJson(encode('\ufeff{"a": "ë"}'))).toEqual({ a: 'ë' });
    expect(readJson(encode('{"a": "ë"}'))).toEqual({ a: 'ë' });
  });

  test('is UTF-8', () => {
    expect(refusal(new Uint8Array([0x22, 0xe9, 0x22]))).toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('UTF-8'),
    });
  });
});

describe('what would fill the memory is answered before it is built', () => {
  test('20 MB of open brackets', () => {
    expect(refusal(new Uint8Array(importLimit).fill(0x5b))).toMatchObject({
      code: 'too_large',
      message: expect.stringContaining(`line 1, column ${mostLevels + 1}`),
    });
  });

  test('20 MB of objects in objects', () => {
    expect(refusal(encode('{"a":'.repeat(importLimit / 5)))).toMatchObject({ code: 'too_large' });
  });

  test('20 MB of empty lists', () => {
    expect(refusal(encode(`[${'[],'.repeat(importLimit / 3 - 1)}`))).toMatchObject({
      code: 'too_large',
      message: expect.stringContaining(String(mostValues)),
    });
  });

  test('one byte more than 20 MB', () => {
    expect(refusal(new Uint8Array(importLimit + 1).fill(0x20))).toMatchObject({
      code: 'too_large',
      message: expect.stringContaining('20 MB'),
    });
  });

  test('as deep as a document may be is taken', () => {
    const deep = `${'['.repeat(mostLevels)}${']'.repeat(mostLevels)}`;
    expect(scan(deep)).toBeNull();
    expect(scan(`[${deep}]`)).toEqual({ why: 'depth', at: mostLevels });
  });
});
