import { beforeAll, describe, expect, test } from 'vitest';
import { type Tlp, tlps } from '../../src/advisory/tlp.ts';
import { pushClock } from '../../src/clock.ts';
import { createApp } from '../../src/http/app.tsx';
import { publishIssue, publishMessage, withdrawIssue } from '../http/library.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

// Promise 3: Otto, an outsider, pulls whatever can be pulled, and nothing above CLEAR is there.

/** Every way in which a visitor can pull something, for one advisory. */
const pulls = (id: string) => [
  '/nl',
  '/en',
  '/nl?page=2',
  '/nl/notices',
  '/en/notices',
  ...Array.from({ length: 20 }, (_, index) => `/notices/${index + 1}`),
  ...['rss', 'atom', 'json'].flatMap((end) => [`/feeds/nl.${end}`, `/feeds/en.${end}`]),
  '/feeds/nl.rss?urgent=true',
  `/advisories/${id}`,
  `/advisories/${id}?language=en`,
  ...['1.00', '1.01', '1.02'].flatMap((version) => [
    `/advisories/${id}/${version}`,
    `/advisories/${id}/${version}?language=en`,
  ]),
];
const above = tlps.filter((tlp) => tlp !== 'CLEAR');

let hub: TestHub;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  hub = await openTestHub();
  // Another hub object for every request: nothing is served from what was rendered before.
  app = createApp(() => ({ ...hub }));
  await pushClock(hub, { to: new Date('2020-01-13T08:00:00Z') });
  await publishIssue(hub, { trackingId: 'NCSC-2020-9999', about: 'Openbaar' });
  await passSecond();
});

/** What changed within this second has no date yet. */
async function passSecond() {
  const now = await hub.now();
  await pushClock(hub, { to: new Date(now.getTime() + 2000) });
}

/** What Otto gets, whole: with the headers that could give something away, without what differs per request. */
async function pull(path: string): Promise<string> {
  const response = await app.request(path);
  const { status, headers } = response;
  const seen = ['etag', 'last-modified', 'location', 'content-length'].map((name) =>
    headers.get(name),
  );
  const id = headers.get('x-request-id') ?? '';
  return `${status} ${seen.join(' ')}\n${(await response.text()).replaceAll(id, '')}`;
}

describe.each(above)('an advisory that is TLP:%s', (tlp) => {
  const id = `NCSC-2020-${tlps.indexOf(tlp)}000`;
  const unknown = id.replace('2020', '1999');

  test('leaves everything that Otto can pull exactly as it was', async () => {
    const before = await Promise.all(pulls(id).map(pull));
    const versionId = await publishIssue(hub, { trackingId: id, tlp, about: 'Verborgen' });
    await publishIssue(hub, { trackingId: id, ordinal: 1, tlp, about: 'Verborgen' });
    await publishMessage(hub, { trackingId: id, tlp: 'CLEAR', about: 'Mededeling' });
    await withdrawIssue(hub, versionId, 'Verborgen');
    expect(await Promise.all(pulls(id).map(pull))).toEqual(before);
  });

  test('is answered as one that never was', async () => {
    for (const [index, path] of pulls(id).entries()) {
      const other = pulls(unknown)[index] ?? '';
      expect((await pull(path)).replaceAll(id, unknown)).toBe(await pull(other));
    }
  });

  test('stays as hidden when its next version is CLEAR, and that one is public', async () => {
    await publishIssue(hub, { trackingId: id, ordinal: 2, about: 'Zichtbaar' });
    await publishMessage(hub, { trackingId: id, tlp, about: 'Verborgen' });
    await passSecond();
    const got = await Promise.all(pulls(id).map(pull));
    expect(got.filter((page) => page.includes('Zichtbaar'))).not.toHaveLength(0);
    expect(await pull(`/advisories/${id}/1.02`)).toContain('Zichtbaar');
    const hidden = new RegExp(`Verborgen|${id}.1[.]0[01]|TLP:(?!CLEAR)`);
    for (const page of got) expect(page).not.toMatch(hidden);
    for (const version of ['1.00', '1.01']) {
      expect(await pull(`/advisories/${id}/${version}`)).toMatch(/^404/);
    }
  });
});

describe.each(above)('a CLEAR advisory whose next version is TLP:%s', (tlp: Tlp) => {
  test('goes on to show its CLEAR version as the newest', async () => {
    const id = `NCSC-2021-${tlps.indexOf(tlp)}000`;
    await publishIssue(hub, { trackingId: id, about: 'Eerst' });
    await passSecond();
    const before = await Promise.all(pulls(id).map(pull));
    await publishIssue(hub, { trackingId: id, ordinal: 1, tlp, about: 'Verborgen' });
    expect(await Promise.all(pulls(id).map(pull))).toEqual(before);
    expect(await pull(`/advisories/${id}`)).toContain('Kwetsbaarheid in Eerst');
  });
});

describe.each(['draft', 'in review', 'approved'])('a CLEAR version that is %s', (state) => {
  test('is not there', async () => {
    const id = `NCSC-2022-${state.length}000`;
    const before = await Promise.all(pulls(id).map(pull));
    await hub.sql`
      WITH advisory AS (
        INSERT INTO advisories (tracking_id, created_at) VALUES (${id}, hub_now()) RETURNING id
      )
      INSERT INTO versions (advisory_id, ordinal, state, change, tlp, likelihood, impact, content, created_at, published_at)
      SELECT advisory.id, 0, ${state}, 'first', 'CLEAR', 'high', 'high', v.content, hub_now(), hub_now()
      FROM advisory, (SELECT content FROM versions ORDER BY id LIMIT 1) v`;
    expect(await Promise.all(pulls(id).map(pull))).toEqual(before);
  });
});
