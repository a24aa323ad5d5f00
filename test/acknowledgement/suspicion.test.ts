import { expect, it } from 'vitest';
import { type Signs, surelyAutomatic, suspicionOf } from '../../src/acknowledgement/suspicion.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const person: Signs = {
  seconds: 12,
  bait: '',
  userAgent: firefox,
  accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
  acceptLanguage: 'nl,en;q=0.7',
  purpose: '',
};

it.each([
  ['a person with Firefox', {}, false],
  ['exactly two seconds', { seconds: 2 }, false],
  [
    'Chrome on Android',
    {
      userAgent:
        'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Mobile Safari/537.36',
    },
    false,
  ],
  [
    'Safari on an iPhone',
    {
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    },
    false,
  ],
  ['too soon', { seconds: 1.9 }, true],
  ['at once', { seconds: 0 }, true],
  ['a clock that went back', { seconds: -5 }, true],
  ['the bait taken', { bait: 'https://example.com' }, true],
  ['a browser that fetches ahead', { purpose: 'prefetch;prerender' }, true],
  ['no user agent', { userAgent: '' }, true],
  ['curl', { userAgent: 'curl/8.14.1' }, true],
  ['Python', { userAgent: 'python-requests/2.32.3' }, true],
  ['Go', { userAgent: 'Go-http-client/2.0' }, true],
  ['Java', { userAgent: 'Java/17.0.2' }, true],
  ['a headless browser', { userAgent: firefox.replace('Firefox', 'HeadlessChrome') }, true],
  ['a crawler', { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1)' }, true],
  ['a mail gateway', { userAgent: 'Mozilla/5.0 (compatible; BarracudaCentral)' }, true],
  ['no language', { acceptLanguage: '' }, true],
  ['anything but a page', { accept: '*/*' }, true],
])('%s', (_, signs, automatic) => {
  expect(suspicionOf({ ...person, ...signs }) !== null).toBe(automatic);
});

it('lets a person confirm from an odd program, but not without reading or through the bait', () => {
  expect(surelyAutomatic({ ...person, userAgent: '', acceptLanguage: '', accept: '' })).toBeNull();
  expect(surelyAutomatic({ ...person, seconds: 1 })).not.toBeNull();
  expect(surelyAutomatic({ ...person, bait: 'x' })).not.toBeNull();
});
