import { describe, expect, test } from 'vitest';
import { languages } from '../../src/advisory/language.ts';
import { slot } from '../../src/channel/channel.ts';
import { reasons } from '../../src/fanout/reason.ts';
import { advisoryLetter } from '../../templates/advisory-letter.tsx';
import { noticeLetter } from '../../templates/notice-letter.tsx';
import { exampleOccasion, exampleVersion } from './occasion.ts';

const every = reasons.flatMap((reason) => languages.map((language) => [reason, language] as const));

describe.each(every)('a pointer for a %s, %s', (reason, language) => {
  const occasion = exampleOccasion({ language, form: 'pointer' }, reason);

  test('is the same whatever the version, the notice or the note says', () => {
    const plain = advisoryLetter(occasion);
    const dispatch = {
      ...occasion.dispatch,
      coveringNote: null,
      conditions: [],
      requestedBy: null,
    };
    const version = exampleVersion({
      trackingId: 'NCSC-2026-0001',
      ordinal: 0,
      tlp: 'RED',
      likelihood: 'low',
      change: 'first',
      content: { ...occasion.version.content, cves: [], products: [] },
    });
    expect(advisoryLetter({ ...occasion, version, previous: null, dispatch })).toEqual(plain);
    const content = { nl: { title: 'x', body: 'y' }, en: { title: 'x', body: 'y' } };
    const about = { trackingId: 'NCSC-2019-0979', isPublic: false };
    const notice = { id: 1, kind: 'news', tlp: 'RED', content, ...about } as const;
    expect(noticeLetter({ ...occasion, notice })).toEqual(plain);
  });

  test('gives nothing away, not even that it is urgent', () => {
    const { subject, text, html, urgent } = advisoryLetter(occasion);
    expect(urgent).toBe(false);
    const all = `${subject}\n${text}\n${html}`.toLowerCase();
    const secrets = ['ncsc-', '1.03', 'h/h', 'tlp', 'urgent', 'dringend', 'citrix', 'cve', 'cio'];
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
  });

  test('has the page to say that it arrived, and says by when', () => {
    const { text, html } = advisoryLetter(occasion);
    expect(text).toContain(slot('acknowledge'));
    expect(html).toContain(`href="${slot('acknowledge')}"`);
    expect(text).toContain('09:00 CET');
  });
});
