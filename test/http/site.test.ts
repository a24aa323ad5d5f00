import { beforeAll, expect, test } from 'vitest';
import { pushClock } from '../../src/clock.ts';
import { createApp } from '../../src/http/app.tsx';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishIssue, publishMessage, withdrawIssue } from './library.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const read = async (path: string, headers: Record<string, string> = {}) =>
  (await get(path, headers)).text();
const at = (moment: string) => pushClock(hub, { to: new Date(moment) });

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
  const product = { vendor: 'Citrix', name: 'ADC' };
  const trackingId = 'NCSC-2019-0979';
  const references = [{ url: 'https://support.example.com/CTX267027', title: 'Citrix' }];
  await at('2019-12-18T13:00:00Z');
  const content = { products: [product], cves: ['CVE-2019-19781'], references };
  await publishIssue(hub, { trackingId, content });
  await at('2020-01-13T08:05:00Z');
  const versions = [{ version: '13.0', status: 'affected' }];
  const next = { ...content, products: [{ ...product, versions }], cves: [] };
  const risk: ['high', 'high'] = ['high', 'high'];
  await publishIssue(hub, {
    trackingId,
    ordinal: 1,
    risk,
    change: 'raised',
    about: 'Brug',
    content: next,
  });
  await publishMessage(hub, { trackingId, tlp: 'CLEAR', about: 'Citrix' });
  const wrong = await publishIssue(hub, { trackingId: 'NCSC-2020-0002', about: 'Sluis' });
  await withdrawIssue(hub, wrong, 'It was about another product.');
  await at('2020-01-14T08:00:00Z');
});

test('the front door leads to the language of the reader', async () => {
  const response = await get('/', { 'accept-language': 'de, en-GB;q=0.8, nl;q=0.5' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/en']);
  expect(response.headers.get('vary')).toContain('Accept-Language');
  expect((await get('/')).headers.get('location')).toBe('/nl');
});

test('the list shows each advisory once, by its newest version, urgent and withdrawn in words', async () => {
  const page = await read('/nl');
  expect(page.match(/<li><span|<li> <span|<h2>/g)?.length).toBeGreaterThan(0);
  expect(page.split('Kwetsbaarheid in Brug</a>')).toHaveLength(2);
  expect(page).not.toContain('Kwetsbaarheid in Poort</a>');
  expect(page).toContain('Urgent H/H');
  expect(page).toContain('Ingetrokken');
  expect(page).toContain('13 januari 2020 om 09:05 CET');
  expect(page).toContain('<html lang="nl">');
  expect(await read('/en')).toContain('Flaw in Brug</a>');
});

test('an advisory shows its newest version, its notices and what every version changed', async () => {
  const page = await read('/advisories/NCSC-2019-0979?language=nl');
  expect(page).toContain('<title>Kwetsbaarheid in Brug (NCSC-2019-0979 [1.01]) · NCSC</title>');
  expect(page).toContain('H/H: kans hoog, schade hoog');
  expect(page).toContain('13.0: kwetsbaar');
  expect(page).toContain('van M/H naar H/H');
  expect(page).toMatch(/<del>.*vervallen: <\/span>Poort<\/del>/);
  expect(page).toMatch(/<ins>.*toegevoegd: <\/span>Brug<\/ins>/);
  expect(page).toContain('Vervallen: <del>CVE-2019-19781</del>');
  expect(page).toContain('rijksoverheid.nl (17 januari 2020 om 13:00 CET)');
  expect(page).toContain('href="/advisories/NCSC-2019-0979/1.00?language=nl"');
  expect(page).not.toContain('Dit is een oudere versie');
  const base = 'https://hub.test/advisories/NCSC-2019-0979?language=';
  expect(page).toContain(`<link rel="canonical" href="${base}nl"/>`);
  expect(page).toContain(`<link rel="alternate" hreflang="en" href="${base}en"/>`);
});

test("without a language in the address the reader's own is used, and caches are told", async () => {
  const response = await get('/advisories/NCSC-2019-0979', { 'accept-language': 'en' });
  expect(response.headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
  expect(response.headers.get('content-language')).toBe('en');
  expect(await response.text()).toContain('<html lang="en">');
});

test('an older version says that it is one', async () => {
  const page = await read('/advisories/NCSC-2019-0979/1.00?language=en');
  expect(page).toContain('This is an older version.');
  expect(page).toContain('<h1>Flaw in Poort</h1>');
  expect(await read('/advisories/NCSC-2019-0979/1.01?language=en')).not.toContain('older version.');
});

test('a withdrawn version stays, with the reason', async () => {
  const page = await read('/advisories/NCSC-2020-0002?language=en');
  expect(page).toContain('This version was withdrawn on');
  expect(page).toContain('en: It was about another product.');
});

test.each([
  '/advisories/NCSC-2000-0001',
  '/advisories/NCSC-2019-0979/1.02',
  '/advisories/NCSC-2019-0979/1.0',
  '/advisories/NCSC-2019-0979/01.00',
  '/advisories/NCSC-2019-0979/1.00/x',
  '/advisories/%00',
  "/advisories/'%20OR%201=1",
  '/advisories/',
  '/nl?page=0',
  '/nl?page=2',
  '/nl?page=9999999999999999999',
  '/nl/x',
])('%s is not there', async (path) => {
  expect((await get(path)).status).toBe(404);
});

test('text of an author is text, whatever it looks like', async () => {
  const about = `<script>alert(1)</script> "><img src=x onerror=y> ' & </title>`;
  await publishIssue(hub, { trackingId: 'NCSC-2020-0666', about });
  const more = { trackingId: 'NCSC-2020-0666', ordinal: 1, about: `${about} <b>` };
  await publishIssue(hub, more);
  for (const path of ['/nl', '/advisories/NCSC-2020-0666', '/advisories/NCSC-2020-0666/1.00']) {
    const page = await read(path);
    expect(page).not.toMatch(/<script|<img|<b>/);
    expect(page).toContain('&lt;script&gt;');
    expect(page.match(/<\/title>/g)).toHaveLength(1);
  }
});

test('who has the page already gets 304, until something public changes', async () => {
  const own = await openTestHub();
  const site = createApp(() => own);
  const ask = (headers = {}, path = '/nl') => site.request(path, { headers });
  expect(await (await ask()).text()).toContain('Er zijn nog geen openbare adviezen.');
  await pushClock(own, { to: new Date('2020-01-13T08:05:00Z') });
  const versionId = await publishIssue(own, { trackingId: 'NCSC-2020-0001' });
  await pushClock(own, { to: new Date('2020-01-13T09:00:00Z') });
  for (const path of ['/nl', '/advisories/NCSC-2020-0001', '/feeds/nl.rss', '/nl/accessibility']) {
    const first = await ask({}, path);
    const etag = first.headers.get('etag') ?? '';
    expect([path, first.headers.get('cache-control')]).toEqual([path, 'public, no-cache']);
    for (const tags of [etag, `"other", W/${etag}`, '*']) {
      const again = await ask({ 'if-none-match': tags }, path);
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([
        304,
        '',
        etag,
      ]);
    }
    expect((await ask({ 'if-none-match': '"other"' }, path)).status).toBe(200);
  }
  const first = await ask();
  const modified = first.headers.get('last-modified') ?? '';
  expect(modified).toBe('Mon, 13 Jan 2020 08:05:00 GMT');
  expect((await ask({ 'if-modified-since': modified })).status).toBe(304);
  expect((await ask({ 'if-modified-since': 'Mon, 13 Jan 2020 08:04:59 GMT' })).status).toBe(200);
  expect((await ask({ 'if-modified-since': 'gibberish' })).status).toBe(200);
  const etag = first.headers.get('etag') ?? '';
  expect((await ask({ 'if-modified-since': modified, 'if-none-match': '"x"' })).status).toBe(200);
  await withdrawIssue(own, versionId, 'Wrong.');
  const changed = await ask({ 'if-none-match': etag, 'if-modified-since': modified });
  expect(changed.status).toBe(200);
  expect(await changed.text()).toContain('Ingetrokken');
  expect((await ask({ 'if-modified-since': modified })).status).toBe(200);
});

test('a page that changed within this second has no date, for it may change within it again', async () => {
  const own = await openTestHub();
  await publishIssue(own, { trackingId: 'NCSC-2020-0001' });
  const { headers } = await createApp(() => own).request('/nl');
  expect(headers.get('last-modified')).toBeNull();
  expect(headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
});

test('the list has pages', async () => {
  const own = await openTestHub();
  const site = createApp(() => own);
  for (let n = 1; n <= 26; n += 1) {
    await publishIssue(own, { trackingId: `NCSC-2020-${String(n).padStart(4, '0')}` });
  }
  const first = await (await site.request('/en')).text();
  const second = await (await site.request('/en?page=2')).text();
  expect(first.match(/<h2>/g)).toHaveLength(25);
  expect(first).toContain('<a href="/en?page=2" rel="next">Older advisories</a>');
  expect(second.match(/<h2>/g)).toHaveLength(1);
  expect(second).toContain('NCSC-2020-0001');
  expect(second).toContain('<a href="/en" rel="prev">Newer advisories</a>');
});

test('the stylesheet may be kept for a year at the address that the pages name', async () => {
  const [, path = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(await read('/nl')) ?? [];
  const named = await get(path);
  expect(named.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(named.headers.get('cache-control')).toContain('immutable');
  const etag = named.headers.get('etag') ?? '';
  expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  expect((await get('/assets/an-older-one/style.css')).headers.get('cache-control')).toBe(
    'public, no-cache',
  );
});
