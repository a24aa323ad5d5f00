import { expect, test } from 'vitest';
import { isCvssVector } from '../../src/advisory/cvss.ts';

const v3 = 'AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const v4 = 'AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';

test.each([
  'AV:N/AC:L/Au:N/C:P/I:P/A:P',
  'AV:N/AC:L/Au:N/C:P/I:P/A:P/E:POC/RL:OF',
  `CVSS:3.0/${v3}`,
  `CVSS:3.1/${v3}`,
  `CVSS:3.1/${v3}/E:F/RL:O/MAV:N`,
  `CVSS:4.0/${v4}`,
  `CVSS:4.0/${v4}/E:A/U:Amber`,
])('%s is a vector', (vector) => {
  expect(isCvssVector(vector)).toBe(true);
});

test.each([
  '',
  '9.8',
  v3,
  `CVSS:3.2/${v3}`,
  `CVSS:3.1/${v4}`,
  `CVSS:4.0/${v3}`,
  `CVSS:3.1/${v3}/`,
  `CVSS:3.1/${v3}/C:L`,
  `CVSS:3.1/${v3.replace('PR:N', 'PR:X')}`,
  `CVSS:3.1/${v3.replace('PR:N', 'PR:NL')}`,
  `CVSS:3.1/${v3.replace('/S:U', '')}`,
  `cvss:3.1/${v3}`,
  ` CVSS:3.1/${v3}`,
])('"%s" is not', (vector) => {
  expect(isCvssVector(vector)).toBe(false);
});
