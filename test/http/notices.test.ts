import { beforeAll, expect, test } from 'vitest';
import { pushClock } from '../../src/clock.ts';
import { createApp } from '../../src/http/app.tsx';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishIssue, publishMessage } from './library.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;
/** About no advisory, about one, and those that the public may not see. */
const ids = { alone: 0, about: 0, narrow: 0, beside: 0 };

const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const read = async (path: string) => (await get(path)).text();

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub);
  await pushClock(hub, { to: new Date('2020-01-17T12:00:00Z') });
  await publishIssue(hub, { trackingId: 'NCSC-2019-0979' });
  await publishIssue(hub, { trackingId: 'NCSC-2020-0001', tlp: 'AMBER' });
  const publish = (trackingId: string | null, about: string, tlp: 'CLEAR' | 'GREEN' = 'CLEAR') =>
    publishMessage(hub, { trackingId, tlp, about });
  ids.alone = await publish(null, 'Rust <b>');
  await pushClock(hub, { to: new Date('2020-01-18T12:00:00Z') });
  ids.about = await publish('NCSC-2019-0979', 'Citrix');
  ids.narrow = await publish(null, 'Besloten', 'GREEN');
  ids.beside = await publish('NCSC-2020-0001', 'Geheim');
  await pushClock(hub, { to: new Date('2020-01-19T12:00:00Z') });
});

test('a notice has a page in both languages, whether it is about an advisory or not', async () => {
  const alone = await read(`/notices/${ids.alone}?language=nl`);
  expect(alone).toContain('<h1>Bericht over Rust &lt;b&gt;</h1>');
  expect(alone).toContain('rijksoverheid.nl (17 januari 2020 om 13:00 CET)');
  const other = `https://hub.test/notices/${ids.alone}?language=en`;
  expect(alone).toContain(`hreflang="en" href="${other}"`);
  expect(alone).not.toContain('Gaat over advies');
  const about = await read(`/notices/${ids.about}?language=en`);
  expect(about).toContain('Questions and answers, <time');
  expect(about).toContain('href="/advisories/NCSC-2019-0979?language=en">NCSC-2019-0979</a>');
  expect(await read('/advisories/NCSC-2019-0979?language=en')).toContain(
    `href="/notices/${ids.about}?language=en"`,
  );
});

test('without a language in the address it is the reader’s own, and caches are told', async () => {
  const answer = await get(`/notices/${ids.alone}`, { 'Accept-Language': 'en' });
  expect(answer.headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
  expect(await answer.text()).toContain('<html lang="en">');
});

test('the list names what is public, newest first, and every page leads to it', async () => {
  const list = await read('/nl/notices');
  const paths = [...list.matchAll(/<h2><a href="([^"]+)"/g)].map(([, path]) => path);
  expect(paths).toEqual([ids.about, ids.alone].map((id) => `/notices/${id}?language=nl`));
  expect(await read('/nl')).toContain('<a href="/nl/notices">Berichten</a>');
  expect(await read('/en')).toContain('<a href="/en/notices">Notices</a>');
});

test('an empty list says so, a long one has pages', async () => {
  const own = await openTestHub();
  const site = createApp(() => own);
  const text = async (path: string) => (await site.request(path)).text();
  expect(await text('/en/notices')).toContain('There are no public notices yet.');
  for (let n = 0; n < 26; n += 1)
    await publishMessage(own, { trackingId: null, tlp: 'CLEAR', about: `nummer ${n}.` });
  expect(await text('/en/notices')).toContain('<a href="/en/notices?page=2" rel="next">');
  const second = await text('/en/notices?page=2');
  expect(second.match(/<h2>/g)).toHaveLength(1);
  expect(second).toContain('nummer 0.');
});

test.each([
  () => `/notices/${ids.narrow}`,
  () => `/notices/${ids.beside}`,
  () => '/notices/999999',
  () => '/notices/0',
  () => '/notices/1x',
  () => '/notices/9999999999999999999',
  () => '/nl/notices?page=0',
  () => '/nl/notices?page=2',
])('what is not public, or never was, is not there (%#)', async (path) => {
  const answer = await get(path());
  expect(answer.status).toBe(404);
  expect(await answer.text()).not.toMatch(/Besloten|Geheim/);
});

test('who has a page already gets 304, until something public changes', async () => {
  const paths = [`/notices/${ids.alone}`, '/nl/notices'];
  const tags = await Promise.all(
    paths.map(async (path) => (await get(path)).headers.get('etag') ?? ''),
  );
  for (const [index, path] of paths.entries()) {
    const again = await get(path, { 'If-None-Match': tags[index] ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('last-modified')).toMatch(/Jan 2020 12:00:0\d GMT$/);
  }
  await publishMessage(hub, { trackingId: null, tlp: 'CLEAR', about: 'Later' });
  const list = await get('/nl/notices', { 'If-None-Match': tags[1] ?? '' });
  expect([list.status, (await list.text()).includes('Later')]).toEqual([200, true]);
});
