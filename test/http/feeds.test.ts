import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import Parser from 'rss-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { addPlace } from '../../src/advisory/add-place.ts';
import { pushClock } from '../../src/clock.ts';
import { createApp } from '../../src/http/app.tsx';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishIssue, publishMessage, withdrawIssue } from './library.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;

const at = (moment: string) => pushClock(hub, { to: new Date(moment) });
const read = async (path: string) => (await app.request(path)).text();

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
  const trackingId = 'NCSC-2019-0979';
  const products = [{ vendor: 'Citrix', name: 'ADC' }];
  await at('2019-12-18T13:00:00Z');
  await publishIssue(hub, { trackingId, content: { products } });
  await at('2020-01-10T13:00:00Z');
  const about = 'Sluis <b>&amp;</b> ]]>';
  const wrong = await publishIssue(hub, { trackingId: 'NCSC-2020-0002', about });
  await at('2020-01-13T08:05:00Z');
  await publishIssue(hub, {
    trackingId,
    ordinal: 1,
    risk: ['high', 'high'],
    content: { products },
  });
  await at('2020-01-14T08:05:00Z');
  await withdrawIssue(hub, wrong, 'It was about another product.');
  await at('2020-01-24T08:05:00Z');
  await publishIssue(hub, { trackingId, ordinal: 2, risk: ['low', 'high'] });
});

const base = 'https://hub.test/advisories';
const titles = [
  'NCSC-2019-0979 [1.02] [L/H] Flaw in Poort',
  'NCSC-2020-0002 [1.00] [M/H] Withdrawn: Flaw in Sluis <b>&amp;</b> ]]>',
  'NCSC-2019-0979 [1.01] [H/H] Flaw in Poort',
  'NCSC-2020-0002 [1.00] [M/H] Flaw in Sluis <b>&amp;</b> ]]>',
  'NCSC-2019-0979 [1.00] [M/H] Flaw in Poort',
];
const links = ['0979/1.02', '0002/1.00', '0979/1.01', '0002/1.00', '0979/1.00'].map(
  (name) => `${base}/NCSC-20${name.startsWith('0979') ? '19' : '20'}-${name}?language=en`,
);
const moments = ['24T08:05', '14T08:05', '13T08:05', '10T13:00'].map(
  (moment) => `2020-01-${moment}`,
);
const minutes = (moments: (string | undefined)[] = []) =>
  moments.slice(0, 4).map((moment) => moment?.slice(0, 16));
/** An HTML title as its reader sees it. */
const unescaped = (html = '') =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

describe('two parsers that know nothing of each other read the same', () => {
  test('in RSS', async () => {
    const xml = await read('/feeds/en.rss');
    const one = parseRssFeed(xml);
    const other = await new Parser().parseString(xml);
    expect(one.items?.map(({ title }) => title)).toEqual(titles);
    expect(other.items.map(({ title }) => title)).toEqual(titles);
    expect(one.items?.map(({ link }) => link)).toEqual(links);
    expect(other.items.map(({ link }) => link)).toEqual(links);
    expect(minutes(other.items.map(({ isoDate }) => isoDate))).toEqual(moments);
    expect(new Set(one.items?.map(({ guid }) => guid?.value)).size).toBe(5);
  });

  test('in Atom', async () => {
    const xml = await read('/feeds/en.atom');
    const one = parseAtomFeed(xml);
    const other = await new Parser().parseString(xml);
    expect(one.entries?.map(({ title }) => unescaped(title?.value))).toEqual(titles);
    expect(other.items.map(({ title }) => unescaped(title))).toEqual(titles);
    expect(other.items.map(({ link }) => link)).toEqual(links);
    expect(minutes(one.entries?.map(({ published }) => published))).toEqual(moments);
    expect(minutes(other.items.map(({ isoDate }) => isoDate))).toEqual(moments);
    expect(one.id).toBe('https://hub.test/feeds/en.atom');
    expect(minutes([one.updated])).toEqual(moments.slice(0, 1));
    expect(one.links).toContainEqual({ rel: 'self', href: 'https://hub.test/feeds/en.atom' });
    expect(new Set(one.entries?.map(({ id }) => id)).size).toBe(5);
  });

  test('in JSON Feed, of which one is JSON itself', async () => {
    const json = await read('/feeds/en.json');
    const one = parseJsonFeed(json);
    const other = JSON.parse(json);
    expect(one.items?.map(({ title }) => title)).toEqual(titles);
    expect(other.items.map(({ title }: { title: string }) => title)).toEqual(titles);
    expect(one.items?.map(({ url }) => url)).toEqual(links);
    expect(minutes(one.items?.map(({ date_published }) => date_published))).toEqual(moments);
    expect(other.feed_url).toBe('https://hub.test/feeds/en.json');
    expect(new Set(one.items?.map(({ id }) => id)).size).toBe(5);
    expect(other.items[1].content_html).toContain('en: It was about another product.');
  });
});

test.each([
  ['rss', 'application/rss+xml; charset=utf-8'],
  ['atom', 'application/atom+xml; charset=utf-8'],
  ['json', 'application/feed+json; charset=utf-8'],
])('%s: every process gives the same bytes, and 304 to who has them', async (end, type) => {
  const path = `/feeds/nl.${end}`;
  const first = await app.request(path);
  const etag = first.headers.get('etag') ?? '';
  expect(first.headers.get('content-type')).toBe(type);
  expect(first.headers.get('access-control-allow-origin')).toBe('*');
  const elsewhere = createApp(() => ({ ...hub }));
  expect((await elsewhere.request(path)).headers.get('etag')).toBe(etag);
  const again = await elsewhere.request(path, { headers: { 'If-None-Match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const page = await read('/nl');
  expect(page).toContain(`type="${type.split(';')[0]}"`);
  expect(page).toContain(`href="${path}"`);
});

describe('a filter', () => {
  const told = async (query: string) => {
    const feed = JSON.parse(await read(`/feeds/en.json${query}`));
    return feed.items.map(({ id }: { id: string }) => id.slice(base.length + 1).split('?')[0]);
  };
  const citrix = ['NCSC-2019-0979/1.02', 'NCSC-2019-0979/1.01', 'NCSC-2019-0979/1.00'];

  test('leaves an advisory from its first version that is wanted: who read that reads on', async () => {
    expect(await told('?urgent=true')).toEqual(citrix.slice(0, 2));
    expect(await told('?vendor=citrix')).toEqual(citrix);
    expect(await told('?vendor=Citrix&product=adc')).toEqual(citrix);
    expect(await told('?product=ADC&urgent=true')).toEqual(citrix.slice(0, 2));
    expect(await told('?vendor=Citri')).toEqual([]);
    expect(await told('?vendor=Citrix&product=Gateway')).toEqual([]);
  });

  test('finds what lies deeper than the newest hundred advisories', async () => {
    const own = await openTestHub();
    await pushClock(own, { to: new Date('2019-01-01T00:00:00Z') });
    const content = { products: [{ vendor: 'Citrix', name: 'ADC' }] };
    await publishIssue(own, { trackingId: 'NCSC-2019-0001', content });
    await pushClock(own, { to: new Date('2020-01-01T00:00:00Z') });
    for (let n = 0; n < 101; n += 1) await publishIssue(own, { trackingId: `NCSC-2020-${n}` });
    const feed = await createApp(() => own).request('/feeds/en.json?vendor=Citrix');
    expect(JSON.parse(await feed.text()).items).toHaveLength(1);
  });

  test('names itself in the feed', async () => {
    const feed = JSON.parse(await read('/feeds/nl.json?urgent=true&vendor=Citrix'));
    expect(feed.feed_url).toBe('https://hub.test/feeds/nl.json?urgent=true&vendor=citrix');
    expect(feed.title).toBe('NCSC: beveiligingsadviezen (alleen urgent, citrix)');
  });

  test.each([
    ['?severity=high', 'severity'],
    ['?urgent=yes', 'urgent'],
    ['?urgent=true&urgent=true', 'urgent'],
    ['?vendor=', 'vendor'],
    [`?product=${'x'.repeat(201)}`, 'product'],
  ])('%s is a clear 400', async (query, path) => {
    const answer = await app.request(`/feeds/nl.rss${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const { detail, errors } = await answer.json();
    expect(detail).toContain('urgent=true, vendor=… and product=…');
    expect(errors).toEqual([{ path, message: expect.stringMatching(/\S/) }]);
  });
});

describe('a notice', () => {
  const told = async (own: TestHub, path: string) =>
    JSON.parse(await (await createApp(() => own).request(path)).text()).items;

  test('stands among the versions of its advisory, with where else it was published', async () => {
    const own = await openTestHub();
    const trackingId = 'NCSC-2020-0001';
    await pushClock(own, { to: new Date('2020-01-01T00:00:00Z') });
    await publishIssue(own, { trackingId, risk: ['low', 'high'] });
    await pushClock(own, { to: new Date('2020-01-02T00:00:00Z') });
    await publishMessage(own, { trackingId, tlp: 'CLEAR', about: 'Voor iedereen' });
    await publishMessage(own, { trackingId, tlp: 'GREEN', about: 'Besloten' });
    const [notice, version, ...more] = await told(own, '/feeds/nl.json');
    expect(more).toEqual([]);
    expect(notice.title).toBe('NCSC-2020-0001 Vragen en antwoorden: Bericht over Voor iedereen');
    expect(notice.url).toMatch(/\/notices\/\d+\?language=nl$/);
    expect(notice.content_html).toContain('rijksoverheid.nl');
    expect(version.title).toContain('[1.00]');
    for (const path of ['/feeds/nl.rss', '/feeds/en.atom']) {
      const feed = await (await createApp(() => own).request(path)).text();
      expect(feed).toContain('Voor iedereen');
      expect(feed).not.toContain('Besloten');
    }
    expect(await told(own, '/feeds/nl.json?urgent=true')).toEqual([]);
    await publishIssue(own, { trackingId, ordinal: 1, risk: ['high', 'high'] });
    expect(await told(own, '/feeds/nl.json?urgent=true')).toHaveLength(1);
    await pushClock(own, { to: new Date('2020-01-03T00:00:00Z') });
    await publishMessage(own, { trackingId, tlp: 'CLEAR', about: 'Later' });
    expect(await told(own, '/feeds/nl.json?urgent=true')).toHaveLength(2);
  });

  test('about no advisory is an item of the whole feed, which two parsers read alike', async () => {
    const own = await openTestHub();
    const site = createApp(() => own);
    const text = async (path: string) => (await site.request(path)).text();
    await pushClock(own, { to: new Date('2020-01-02T00:00:00Z') });
    const id = await publishMessage(own, { trackingId: null, tlp: 'CLEAR', about: '<i>Rust' });
    await publishMessage(own, { trackingId: null, tlp: 'GREEN', about: 'Besloten' });
    const title = 'Questions and answers: Bericht over <i>Rust';
    const link = `https://hub.test/notices/${id}?language=en`;
    const rss = await text('/feeds/en.rss');
    const other = await new Parser().parseString(rss);
    expect(parseRssFeed(rss).items?.map((item) => [item.title, item.link])).toEqual([
      [title, link],
    ]);
    expect(other.items.map((item) => [item.title, item.link])).toEqual([[title, link]]);
    const atom = await text('/feeds/en.atom');
    const entries = parseAtomFeed(atom).entries?.map((each) => unescaped(each.title?.value));
    expect(entries).toEqual([title]);
    expect((await new Parser().parseString(atom)).items.map((item) => item.link)).toEqual([link]);
    const json = await text('/feeds/en.json');
    expect(parseJsonFeed(json).items?.map((item) => [item.title, item.url])).toEqual([
      [title, link],
    ]);
    expect(await told(own, '/feeds/en.json?vendor=Citrix')).toEqual([]);
    expect(await told(own, '/feeds/en.json?urgent=true')).toEqual([]);
  });

  test('that names another place later is the same item, changed, and no copy of before is handed out', async () => {
    const own = await openTestHub();
    const site = createApp(() => own);
    const [{ id: operatorId }] = await own.sql<[{ id: number }]>`
      INSERT INTO operators (name, email, roles, created_at)
      VALUES ('Dewi', 'dewi@example.nl', '{duty officer}', hub_now()) RETURNING id`;
    await pushClock(own, { to: new Date('2020-01-02T00:00:00Z') });
    const noticeId = await publishMessage(own, { trackingId: null, tlp: 'CLEAR', about: 'Rust' });
    await pushClock(own, { to: new Date('2020-01-03T00:00:00Z') });
    const before = await site.request('/feeds/en.json');
    const [item] = (await before.json()).items;
    await addPlace(own, { noticeId, where: 'Teletekst', operatorId });
    await pushClock(own, { to: new Date('2020-01-03T01:00:00Z') });
    const since = before.headers.get('last-modified') ?? '';
    expect(since).toContain('02 Jan 2020');
    const after = await site.request('/feeds/en.json', { headers: { 'If-Modified-Since': since } });
    expect(after.status).toBe(200);
    const [changed, ...more] = (await after.json()).items;
    expect([changed.id, changed.date_published, more]).toEqual([item.id, item.date_published, []]);
    expect(changed.date_modified).toMatch(/^2020-01-03/);
    expect(changed.content_html).toContain('Teletekst');
  });

  test('about what the public may not see is not told', async () => {
    const own = await openTestHub();
    await publishIssue(own, { trackingId: 'NCSC-2020-0001', tlp: 'GREEN' });
    await publishMessage(own, { trackingId: 'NCSC-2020-0001', tlp: 'CLEAR', about: 'Niets' });
    expect(await told(own, '/feeds/nl.json')).toEqual([]);
  });
});
