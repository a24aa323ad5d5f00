import { describe, expect, test } from 'vitest';
import { protect, unprotect } from '../../../src/audience/csv/cell.ts';
import { decode } from '../../../src/audience/csv/decode.ts';
import { readHeader } from '../../../src/audience/csv/header.ts';
import { findCycles } from '../../../src/audience/csv/organisation/cycle.ts';
import { readRecords } from '../../../src/audience/csv/record.ts';
import { sheets } from '../../../src/audience/csv/sheets.ts';
import { HubError } from '../../../src/errors.ts';

async function recordsOf(text: string, delimiter = ',') {
  const records: unknown[] = [];
  for await (const record of readRecords(text, delimiter)) records.push(record);
  return records;
}

function refusal(work: () => unknown): HubError {
  try {
    work();
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('cells', () => {
  test.each(['=1+1', '+31 70 1234567', '-5', '@SUM(A1)', '＝1+1', "'=x", "''-x"])(
    '%j is no formula in a spreadsheet and comes back',
    (value) => {
      expect(protect(value)).toBe(`'${value}`);
      expect(unprotect(protect(value))).toBe(value);
    },
  );

  test.each(['Ministerie', "'s-Gravenhage", "it's = so", ''])('%j stays as it is', (value) => {
    expect(protect(value)).toBe(value);
    expect(unprotect(value)).toBe(value);
  });

  test('what nobody protected is taken as it was typed', () => {
    expect(unprotect('+31 70 1234567')).toBe('+31 70 1234567');
  });
});

describe('records', () => {
  test.each(['\n', '\r\n'])(
    'have the number of the line where they begin, with line end %j',
    async (end) => {
      const text = ['a,b', `"x${end}y",2`, '', `"p","q ""r"", s"`, '4,5'].join(end);
      expect(await recordsOf(text)).toEqual([
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: [`x${end}y`, '2'] },
        { line: 5, cells: ['p', 'q "r", s'] },
        { line: 6, cells: ['4', '5'] },
      ]);
    },
  );

  test('with quotes that do not fit are refused one by one', async () => {
    const records = await recordsOf('a,b\n1,x"y\n2,"a"b\n3,4\n5,"never\nclosed');
    expect(records).toMatchObject([
      { line: 1 },
      { line: 2, problem: expect.stringContaining('quotes') },
      { line: 3, problem: expect.stringContaining('quotes') },
      { line: 4, cells: ['3', '4'] },
      { line: 5, problem: expect.stringContaining('quotes') },
    ]);
  });

  test('of a million columns, or that never end, are refused unread', async () => {
    const records = await recordsOf(`a,b\n${','.repeat(1_000_000)}\n2,"${'x'.repeat(1_000_000)}`);
    expect(records).toMatchObject([
      { line: 1 },
      { line: 2, problem: expect.stringContaining('longer than 20000') },
      { line: 3, problem: expect.stringContaining('longer than 20000') },
    ]);
  });
});

describe('the file', () => {
  test('is UTF-8, with a byte order mark or without', () => {
    expect(decode(Buffer.from('naam\ncafé'))).toBe('naam\ncafé');
    expect(decode(Buffer.from('\uFEFFnaam\ncafé'))).toBe('naam\ncafé');
    expect(decode('\uFEFFnaam')).toBe('naam');
  });

  test.each([
    ['Latin-1', Buffer.from('naam\nb\ncafé', 'latin1'), /not UTF-8 \(see line 3\).*CSV UTF-8/],
    ['UTF-16', Buffer.from('\uFEFFnaam', 'utf16le'), /UTF-16/],
    ['a picture', Buffer.from('PNG\0\n'), /not a text file/],
  ])('in %s is refused with what to do', (_, bytes, message) => {
    expect(refusal(() => decode(bytes))).toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(message),
    });
  });

  test('of 21 MB is too large', () => {
    expect(refusal(() => decode(Buffer.alloc(21_000_000, 'a'))).code).toBe('too_large');
  });
});

describe('the header', () => {
  const sheet = sheets.organisations;

  test.each([
    ['commas', 'name,kind,TLP ceiling', ','],
    ['semicolons, capitals and a quote', 'Name;KIND;"tlp_ceiling";', ';'],
    ['tabs', 'name\tkind\tTLP-ceiling\r', '\t'],
  ])('with %s is read', (_, line, delimiter) => {
    const header = readHeader(`${line}\n`, sheet);
    expect(header.delimiter).toBe(delimiter);
    expect(header.columns.map(({ field }) => field)).toEqual(['name', 'kind', 'tlpCeiling']);
  });

  test('with unknown, missing and double columns is refused by their names', () => {
    const { code, findings } = refusal(() => readHeader('name,colour,sector,name\n', sheet));
    expect(code).toBe('invalid');
    expect(findings).toMatchObject([
      { line: 1, column: 'colour', message: expect.stringContaining('name, kind, sector') },
      { line: 1, column: 'name', message: expect.stringContaining('twice') },
      { line: 1, column: 'kind', message: expect.stringContaining('missing') },
    ]);
  });

  test.each([
    ['nothing', ''],
    ['a million columns', 'a,'.repeat(1_000_000)],
    ['a quote that does not close', '"name,kind'],
  ])('of %s is refused', (_, text) => {
    const { code, findings } = refusal(() => readHeader(text, sheet));
    expect(code).toBe('invalid');
    expect(findings.length).toBeLessThan(30);
  });
});

describe('circles', () => {
  test('are found once each, whoever hangs below them', () => {
    const above = new Map([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['d', 'a'],
      ['e', 'e'],
      ['f', 'g'],
    ]);
    expect(findCycles(above)).toEqual([['a', 'b', 'c'], ['e']]);
  });

  test('a chain of a hundred thousand is no circle, and takes no time to speak of', () => {
    const chain = Array.from({ length: 100_000 }, (_, n): [string, string] => [`${n}`, `${n + 1}`]);
    expect(findCycles(new Map(chain))).toEqual([]);
  });
});
