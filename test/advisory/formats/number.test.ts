import { describe, expect, test } from 'vitest';
import {
  compareNumbers,
  isForDrafts,
  isNumber,
  nextNumber,
  schemeOf,
  withdrawalNumber,
} from '../../../src/advisory/formats/csaf/number.ts';
import { nameVersion } from '../../../src/advisory/formats/csaf/version-name.ts';

describe("a document's number", () => {
  test('grows in this order', () => {
    const semver = [
      '0.9.0',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.beta',
      '1.0.0-beta.2',
      '1.0.0-beta.11',
      '1.0.0',
      '1.0.2',
      '1.0.10',
      '1.2.0',
      '2.0.0',
    ];
    expect(semver.toReversed().toSorted(compareNumbers)).toEqual(semver);
    expect(['10', '9', '0'].toSorted(compareNumbers)).toEqual(['0', '9', '10']);
    expect(compareNumbers('1.0.0+a', '1.0.0+b')).toBe(0);
  });

  test.each([
    [null, 0, '1.0.0'],
    [null, 7, '1.0.7'],
    ['1.0.7', 8, '1.0.8'],
    ['1.1.7', 8, '1.1.8'],
    ['2.3.4', 1, '2.3.5'],
    ['0.9.1', 1, '1.0.0'],
    ['7', 1, '8'],
    ['9007199254740993', 1, '9007199254740994'],
  ])('after %s comes, for ordinal %i, %s', (before, ordinal, next) => {
    expect(nextNumber(before, ordinal)).toBe(next);
  });

  test.each([
    ['1.0.3', '1.1.3'],
    ['7', '8'],
  ])('of a withdrawal after %s is %s', (before, number) => {
    expect(withdrawalNumber(before)).toBe(number);
  });

  test('is of one of two schemes', () => {
    expect(['3', '3.0.1', '1.0.0-rc.1'].map(schemeOf)).toEqual(['integer', 'semver', 'semver']);
    expect(['3', '1.0.2', '01', '1.0', 'v2', ''].map(isNumber)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(['0', '0.1.0', '1.0.0-rc', '1.0.0', '10'].map(isForDrafts)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a version of a product is named', () => {
  test.each([
    ['12.1', '12.1'],
    ['12.1 build 55', '12.1 build 55'],
    ['allround 2', 'allround 2'],
  ])('%s as one version', (text, name) => {
    expect(nameVersion(text)).toEqual({ category: 'product_version', name });
  });

  test.each([
    ['12.1 and earlier', 'vers:generic/<=12.1'],
    ['12.1 of eerder', 'vers:generic/<=12.1'],
    ['before 12.1', 'vers:generic/<12.1'],
    ['12.1 or later', 'vers:generic/>=12.1'],
    ['<= 12.1', 'vers:generic/<=12.1'],
    ['>=10.0, <12.1', 'vers:generic/>=10.0|<12.1'],
    ['>= 10.0 < 12.1', 'vers:generic/>=10.0|<12.1'],
    ['all versions', 'vers:generic/*'],
    ['all 12.x of the line', 'vers:generic/all%2012.x%20of%20the%20line'],
    ['vers:deb/>=1.0|<2.0', 'vers:deb/>=1.0|<2.0'],
  ])('%s as a range', (text, name) => {
    expect(nameVersion(text)).toEqual({ category: 'product_version_range', name });
  });
});
