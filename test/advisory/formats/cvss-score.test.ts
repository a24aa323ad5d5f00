import { describe, expect, test } from 'vitest';
import { scoreCvss } from '../../../src/advisory/formats/csaf/cvss-score.ts';

// What judges every document that the hub writes and reads: CSAF 2.0 §6.1.8 and §6.1.9.
const folder = '@secvisogram/csaf-validator-lib/lib/mandatoryTests';
const { default: judgesShape } = await import(`${folder}/mandatoryTest_6_1_8.js`);
const { default: judgesScore } = await import(`${folder}/mandatoryTest_6_1_9.js`);

/** Every combination of the values of some metrics: `AV:N/AC:L/…`. */
function combine(metrics: Record<string, string>): string[] {
  return Object.entries(metrics).reduce(
    (vectors, [metric, values]) =>
      vectors.flatMap((vector) =>
        [...values].map((value) => `${vector}${vector && '/'}${metric}:${value}`),
      ),
    [''],
  );
}

const base3 = combine({
  AV: 'NALP',
  AC: 'LH',
  PR: 'NLH',
  UI: 'NR',
  S: 'UC',
  C: 'HLN',
  I: 'HLN',
  A: 'HLN',
});
const base2 = combine({ AV: 'LAN', AC: 'HML', Au: 'MSN', C: 'NPC', I: 'NPC', A: 'NPC' });

function judge(vectors: string[]): unknown[] {
  const scores = vectors.map((vectorString) => {
    const score = scoreCvss(vectorString);
    if (!score) throw new Error(`${vectorString} has no score.`);
    const { version, base: baseScore, severity: baseSeverity } = score;
    if (version === '2.0')
      return { products: ['P'], cvss_v2: { version, vectorString, baseScore } };
    return { products: ['P'], cvss_v3: { version, vectorString, baseScore, baseSeverity } };
  });
  const document = { vulnerabilities: [{ scores }] };
  return [...judgesShape(document).errors, ...judgesScore(document).errors];
}

describe('the base score', () => {
  test.each([
    ['2.0', base2, 729],
    ['3.0', base3.map((vector) => `CVSS:3.0/${vector}`), 2592],
    ['3.1', base3.map((vector) => `CVSS:3.1/${vector}`), 2592],
  ])('of every vector of CVSS %s is the one that the validator comes to', (_, vectors, count) => {
    expect(vectors).toHaveLength(count);
    expect(judge(vectors)).toEqual([]);
  });

  test('is that of the base, whatever else the vector says', () => {
    const base = 'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H';
    const more = `${base}/E:P/RL:O/RC:C/CR:H/MAV:L/MPR:X`;
    expect(scoreCvss(more)).toEqual({ version: '3.1', base: 6.5, severity: 'MEDIUM' });
    expect(judge([more, 'AV:N/AC:L/Au:N/C:P/I:P/A:P/E:POC/RL:OF/RC:UC/TD:ND'])).toEqual([]);
  });
});

describe('no score has', () => {
  test.each([
    ['CVSS 4.0', 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'],
    ['a vector without all of the base', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H'],
    ['a metric that is there twice', 'CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['a metric that does not exist', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/ZZ:Z'],
    ['a value that does not exist', 'CVSS:3.1/AV:Q/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['another value of a known one', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:Q'],
    ['what every object has', 'CVSS:3.1/AV:constructor/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'],
    ['nothing', ''],
  ])('%s', (_, vector) => {
    expect(scoreCvss(vector)).toBeNull();
  });
});
