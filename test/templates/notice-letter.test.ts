import { expect, test } from 'vitest';
import { slot } from '../../src/channel/channel.ts';
import { noticeLetter } from '../../templates/notice-letter.tsx';
import { exampleOccasion } from './occasion.ts';

const { dispatch, hub } = exampleOccasion();
const occasion = {
  notice: {
    id: 12,
    kind: 'press release',
    tlp: 'CLEAR',
    trackingId: 'NCSC-2019-0979',
    isPublic: true,
    content: {
      nl: { title: 'Schakel uit', body: 'Eerste alinea.\n\nTweede alinea met <b>.' },
      en: { title: 'Switch off', body: 'First paragraph.' },
    },
  },
  dispatch: { ...dispatch, requestKind: null },
  form: 'full',
  owner: 'public',
  language: 'nl',
  hub,
} as const;

test.each([
  ['news', 'nl', 'Nieuws: Schakel uit'],
  ['press release', 'nl', 'Persbericht: Schakel uit'],
  ['FAQ', 'en', 'Questions and answers: Switch off'],
  ['request text', 'nl', 'Verzoek: Schakel uit'],
] as const)('%s is named in %s', (kind, language, named) => {
  const { subject } = noticeLetter({ ...occasion, language, notice: { ...occasion.notice, kind } });
  expect(subject).toBe(`[TLP:CLEAR] NCSC-2019-0979 ${named}`);
});

test('a notice about no advisory names none', () => {
  const notice = { ...occasion.notice, trackingId: null };
  const { subject, text } = noticeLetter({ ...occasion, notice });
  expect(subject).toBe('[TLP:CLEAR] Persbericht: Schakel uit');
  expect(text).not.toContain('advies NCSC');
});

test('the public gets the body, its page and the way out', () => {
  const { text, html } = noticeLetter(occasion);
  expect(text).toContain('Eerste alinea.\n\nTweede alinea met <b>.');
  expect(html).toContain('Tweede alinea met &lt;b&gt;.');
  expect(text).toContain('https://hub.example.nl/notices/12?language=nl');
  expect(text).toContain(slot('unsubscribe'));
});

test('what the public may not read names no page', () => {
  const { text, event } = noticeLetter({
    ...occasion,
    notice: { ...occasion.notice, isPublic: false },
  });
  expect([text.includes('/notices/'), event.data.url]).toEqual([false, undefined]);
});

test('a contact is asked something only where the dispatch asks it', () => {
  const contact = { ...occasion, owner: 'contact' } as const;
  expect(noticeLetter(contact).text).not.toContain(slot('acknowledge'));
  expect(noticeLetter({ ...contact, dispatch }).text).toContain(slot('acknowledge'));
});
