import { expect, test } from 'vitest';
import { slot } from '../../src/channel/channel.ts';
import { noticeLetter } from '../../templates/notice-letter.tsx';
import { exampleOccasion } from './occasion.ts';

const { dispatch, hub } = exampleOccasion();
const occasion = {
  notice: {
    kind: 'press release',
    tlp: 'CLEAR',
    trackingId: 'NCSC-2019-0979',
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
  ['FAQ', 'en', 'Frequently asked questions: Switch off'],
  ['something new', 'en', 'something new: Switch off'],
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

test('the public gets the body, the advisory’s page and the way out', () => {
  const { text, html } = noticeLetter(occasion);
  expect(text).toContain('Eerste alinea.\n\nTweede alinea met <b>.');
  expect(html).toContain('Tweede alinea met &lt;b&gt;.');
  expect(text).toContain('https://hub.example.nl/advisories/NCSC-2019-0979');
  expect(text).toContain(slot('unsubscribe'));
});

test('a contact is asked something only where the dispatch asks it', () => {
  const contact = { ...occasion, owner: 'contact' } as const;
  expect(noticeLetter(contact).text).not.toContain(slot('acknowledge'));
  expect(noticeLetter({ ...contact, dispatch }).text).toContain(slot('acknowledge'));
});
