import { describe, expect, test } from 'vitest';
import { check } from '../../src/advisory/check.ts';
import { contentSchema } from '../../src/advisory/content.ts';
import { scoreRisk } from '../../src/advisory/matrix.ts';
import { formatRisk } from '../../src/advisory/risk.ts';
import type { Moment } from '../../src/demo/month/moment.ts';
import { month, runsOnFrom } from '../../src/demo/month/month.ts';

const day = (at: string) => at.slice(0, 10);
const versions = month.flatMap((moment) => (moment.kind === 'version' ? [moment] : []));
const issued = month.flatMap((moment) => ('issue' in moment ? [moment] : []));
const told = (moment: Moment) => {
  if (moment.kind === 'version') return `${moment.issue.version} ${formatRisk(moment.issue)}`;
  if (moment.kind === 'dispatch')
    return [moment.of, moment.reason, moment.request].filter(Boolean).join(' ');
  if (moment.kind === 'notice') return moment.notice;
  if (moment.kind === 'withdrawal') return `${moment.trackingId} withdrawn`;
  return moment.kind === 'event' ? `event of ${day(moment.happened)}` : null;
};

describe('the month', () => {
  // What the letter to parliament of 23 January 2020 tells, day by day, and a withdrawal, of which it knows none.
  test('has every moment of the letter on its day', () => {
    const days = month.flatMap((moment) =>
      told(moment) === null ? [] : [`${day(moment.at)} ${told(moment)}`],
    );
    expect(days).toEqual([
      '2019-12-17 event of 2019-12-17',
      '2019-12-18 1.00 M/H',
      '2019-12-24 1.01 H/H',
      '2019-12-24 1.01 targeted alert acknowledge',
      '2020-01-09 1.02 H/H',
      '2020-01-10 1.02 request report back',
      '2020-01-11 event of 2020-01-11',
      '2020-01-11 1.03 H/H',
      '2020-01-13 1.03 repeat',
      '2020-01-13 1.03 publication',
      '2020-01-13 news',
      '2020-01-16 1.04 H/H',
      '2020-01-16 event of 2020-01-16',
      '2020-01-17 event of 2020-01-17',
      '2020-01-17 1.05 H/H',
      '2020-01-17 1.05 publication',
      '2020-01-17 press release',
      '2020-01-17 1.05 request comply or explain',
      '2020-01-18 event of 2019-12-06',
      '2020-01-19 1.06 H/H',
      '2020-01-21 FAQ',
      '2020-01-22 NCSC-2020-0061 withdrawn',
      '2020-01-23 event of 2020-01-24',
    ]);
  });

  test('runs forward and ends before the clock runs on', () => {
    const times = month.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBeLessThan(runsOnFrom.getTime());
  });

  test.each(issued.map((moment) => [moment.issue.version, moment.issue] as const))(
    'version %s passes every check, and its risk is what the matrix comes to',
    (_, issue) => {
      const { texts, products, references, ...rest } = issue;
      expect(formatRisk(scoreRisk(issue.matrix))).toBe(formatRisk(issue));
      const content = contentSchema.parse({
        texts,
        products,
        references,
        cves: ['CVE-2019-19781'],
      });
      const candidate = {
        ...rest,
        ordinal: 0,
        change: 'first' as const,
        correctsVersionId: null,
        tlp: 'CLEAR' as const,
        deviation: null,
        content,
      };
      expect(check(candidate, null, 'en')).toEqual([]);
    },
  );

  test('records the consent of both ministers, and words that differ for government and vital providers', () => {
    const { consents = [], notes = [] } =
      versions.find(({ issue }) => issue.version === '1.05') ?? {};
    expect(consents.map(({ office }) => office)).toEqual([
      'Minister of Justice and Security',
      'Minister of the Interior and Kingdom Relations',
    ]);
    expect(notes.map(({ group }) => group)).toEqual(['central government', 'vital providers']);
    expect(notes[0]?.note.nl).toMatch(/^Dringend advies/);
    expect(notes[1]?.note.nl).toMatch(/^Advies aan vitale aanbieders/);
  });

  test('asks to comply or explain by three conditions', () => {
    const request = month.find(
      (moment) => moment.kind === 'dispatch' && moment.request === 'comply or explain',
    );
    expect(request).toMatchObject({ conditions: { length: 3 }, to: 'ministries' });
  });
});
