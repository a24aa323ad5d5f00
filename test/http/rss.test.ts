import { beforeEach, expect, test } from 'vitest';
import { pushClock } from '../../src/clock.ts';
import { createApp } from '../../src/http/app.tsx';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishIssue, withdrawIssue } from './library.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;

beforeEach(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
});

const at = (moment: string) => pushClock(hub, { to: new Date(moment) });
const feed = async (language: 'nl' | 'en' = 'nl') =>
  (await app.request(`/feeds/${language}.rss`)).text();

/** The elements of one name, their text without its CDATA wrapping. */
function texts(xml: string, name: string): string[] {
  const elements = xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, 'g'));
  return Array.from(elements, ([, text = '']) => text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1'));
}
const items = (xml: string) => texts(xml, 'item');

test('every version is an item, a withdrawal another, the newest first', async () => {
  const trackingId = 'NCSC-2019-0979';
  await at('2019-12-18T13:00:00Z');
  const first = await publishIssue(hub, { trackingId, content: { cves: ['CVE-2019-19781'] } });
  await at('2020-01-13T08:05:00Z');
  await publishIssue(hub, { trackingId, ordinal: 1, risk: ['high', 'high'], about: 'Brug' });
  await at('2020-01-14T08:05:00Z');
  await withdrawIssue(hub, first, 'It was wrong.');
  const xml = await feed();
  expect(items(xml).map((item) => texts(item, 'title')[0])).toEqual([
    'NCSC-2019-0979 [1.00] [M/H] Ingetrokken: Kwetsbaarheid in Poort',
    'NCSC-2019-0979 [1.01] [H/H] Kwetsbaarheid in Brug',
    'NCSC-2019-0979 [1.00] [M/H] Kwetsbaarheid in Poort',
  ]);
  expect(items(xml).map((item) => texts(item, 'guid')[0])).toEqual([
    'NCSC-2019-0979/1.00/withdrawn',
    'NCSC-2019-0979/1.01',
    'NCSC-2019-0979/1.00',
  ]);
  const [withdrawn = '', second = ''] = items(xml);
  expect(texts(withdrawn, 'description')[0]).toContain('nl: It was wrong.');
  expect(texts(second, 'pubDate')).toEqual(['Mon, 13 Jan 2020 08:05:00 GMT']);
  expect(texts(second, 'link')).toEqual([
    'https://hub.test/advisories/NCSC-2019-0979/1.01?language=nl',
  ]);
  expect(texts(second, 'description')[0]).toContain(
    'Wat veranderde: risico van M/H naar H/H; tekst van titel, samenvatting, advies; CVE vervallen: CVE-2019-19781.',
  );
  expect(items(await feed('en'))[1]).toContain('risk from M/H to H/H');
});

test('the feed says where it lives, and the same issues give the same bytes', async () => {
  await at('2020-01-13T08:05:00Z');
  await publishIssue(hub, { trackingId: 'NCSC-2020-0001' });
  const response = await app.request('/feeds/en.rss');
  expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
  const xml = await response.text();
  expect(xml).toContain(
    '<atom:link href="https://hub.test/feeds/en.rss" rel="self" type="application/rss+xml"/>',
  );
  expect(texts(xml, 'lastBuildDate')).toEqual(['Mon, 13 Jan 2020 08:05:00 GMT']);
  const elsewhere = await createApp(() => ({ ...hub })).request('/feeds/en.rss');
  expect(elsewhere.headers.get('etag')).toBe(response.headers.get('etag'));
  const page = await (await app.request('/en')).text();
  expect(page).toContain(
    'type="application/rss+xml" title="NCSC: security advisories" href="/feeds/en.rss"',
  );
});

test('a title that looks like XML stays a title', async () => {
  const about = `]]></title><item>&amp; <script>x</script>`;
  await publishIssue(hub, { trackingId: 'NCSC-2020-0001', about });
  const xml = await feed();
  expect(items(xml)).toHaveLength(1);
  expect(xml).toContain(']]]]><![CDATA[></title>');
  expect(texts(xml, 'description')[1]).toContain('&lt;script&gt;x&lt;/script&gt;');
});

test('it holds the newest hundred issues', async () => {
  for (let n = 0; n < 60; n += 1) {
    for (const ordinal of [0, 1])
      await publishIssue(hub, { trackingId: `NCSC-${2000 + n}-1`, ordinal });
  }
  const guids = items(await feed()).map((item) => texts(item, 'guid')[0]);
  expect(guids).toHaveLength(100);
  expect(guids[0]).toBe('NCSC-2059-1/1.01');
  expect(guids.at(-1)).toBe('NCSC-2010-1/1.00');
});

test('an empty feed is a feed', async () => {
  const xml = await feed();
  expect(xml).toMatch(/^<\?xml[^>]*\?><rss [\s\S]*<\/channel><\/rss>$/);
  expect(items(xml)).toEqual([]);
});
