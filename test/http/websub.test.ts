import { parseAtomFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { endLeases } from '../../src/fanout/websub/end-leases.ts';
import { publishIssue } from './library.ts';
import { openWebsubStage, patiently, signatureOf } from './websub-stage.ts';

const rolie = '/csaf/white/csaf-feed-tlp-white.json';
const link = (path: string) =>
  `<https://hub.test/websub>; rel="hub", <https://hub.test${path}>; rel="self"`;

describe('a feed says where it is pushed from, and what it is called', () => {
  test('in its headers and, where the format has a place, in itself', async () => {
    const { app } = await openWebsubStage();
    const read = async (path: string) => {
      const answer = await app.request(path);
      expect(answer.headers.get('link')).toBe(link(path));
      return answer.text();
    };
    const hub = { rel: 'hub', href: 'https://hub.test/websub' };
    expect(parseAtomFeed(await read('/feeds/en.atom')).links).toContainEqual(hub);
    const rss = parseRssFeed(await read('/feeds/nl.rss'));
    expect(rss.atom?.links).toContainEqual(expect.objectContaining(hub));
    expect(rss.atom?.links).toContainEqual(expect.objectContaining({ rel: 'self' }));
    const json = JSON.parse(await read('/feeds/en.json'));
    expect(json.hubs).toEqual([{ type: 'WebSub', url: hub.href }]);
    expect(JSON.parse(await read(rolie)).feed.link).toContainEqual(hub);
  });

  test('but not one that is filtered: that one is pulled', async () => {
    const { app } = await openWebsubStage();
    const answer = await app.request('/feeds/en.json?urgent=true');
    expect(answer.headers.get('link')).toBeNull();
    expect(await answer.text()).not.toContain('websub');
  });
});

test('who subscribed and meant it is pushed what is CLEAR, signed with its secret', async () => {
  const stage = await openWebsubStage();
  stage.start();
  const { hub, app } = stage;
  await publishIssue(hub, { trackingId: 'NCSC-2020-0001', about: 'Vroeger' });
  const callback = stage.at('karim.example', '/in?for=a%20b&flag');
  const lease = { 'hub.lease_seconds': '86400', 'hub.secret': 'een geheim' };
  await stage.subscribe(callback, '/feeds/nl.atom', lease);
  await stage.subscribe(stage.at('karim.example', '/csaf'), rolie);
  const [asked] = stage.asked;
  expect(asked?.search.startsWith('?for=a%20b&flag&hub.mode=subscribe')).toBe(true);
  expect(asked?.searchParams.get('hub.topic')).toBe('https://hub.test/feeds/nl.atom');
  expect(asked?.searchParams.get('hub.lease_seconds')).toBe('86400');

  await publishIssue(hub, { trackingId: 'NCSC-2020-0002', tlp: 'GREEN', about: 'Besloten' });
  await publishIssue(hub, { trackingId: 'NCSC-2020-0003', about: 'Sluis' });
  await patiently(() => expect(stage.pushed).toHaveLength(2));
  const [atom] = stage.pushedTo('/in');
  expect(atom?.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(atom?.headers.link).toBe(link('/feeds/nl.atom'));
  expect(atom?.headers['x-hub-signature']).toBe(signatureOf('een geheim', atom?.body ?? ''));
  expect(atom?.body).toBe(await (await app.request('/feeds/nl.atom')).text());
  expect(atom?.body).toMatch(/Sluis[\s\S]*Vroeger/);
  const [feed] = stage.pushedTo('/csaf');
  expect(feed?.headers['content-type']).toBe('application/json');
  expect(feed?.headers.link).toBe(link(rolie));
  expect(feed?.headers['x-hub-signature']).toBeUndefined();
  expect(JSON.parse(feed?.body ?? '').feed.entry).toHaveLength(2);
  expect(JSON.stringify(stage.pushed)).not.toContain('Besloten');

  const kept = JSON.stringify(await hub.sql`SELECT * FROM websub_subscriptions`);
  expect(kept).not.toContain('een geheim');
  const trail = await hub.sql`SELECT * FROM audit_entries WHERE action LIKE '%subscribe'`;
  expect(trail).toHaveLength(4);
  expect(JSON.stringify(trail) + hub.lines.join('')).not.toContain('karim.example');
});

test('nothing comes into force, or ends, that the callback did not mean', async () => {
  const stage = await openWebsubStage();
  stage.start();
  const path = '/feeds/en.json';
  const [good, bad] = [stage.at('a.example', '/good'), stage.at('a.example', '/bad')];
  const form = (mode: string, callback: string) => ({
    'hub.mode': mode,
    'hub.callback': callback,
    'hub.topic': stage.topic(path),
  });
  stage.behave('/bad', 'give back something else');
  await stage.subscribe(good, path);
  expect((await stage.ask(form('subscribe', bad))).status).toBe(202);
  await stage.allAnswered();
  expect(await stage.callbacks(path)).toEqual([good]);

  stage.behave('/good', 'give back something else');
  await stage.ask(form('unsubscribe', good));
  await stage.allAnswered();
  expect(await stage.callbacks(path)).toEqual([good]);

  stage.behave('/good', 'confirm');
  await stage.ask(form('unsubscribe', good));
  await patiently(async () => expect(await stage.callbacks(path)).toEqual([]));
  expect(stage.asked.at(-1)?.searchParams.has('hub.lease_seconds')).toBe(false);
});

test('one that is away is tried again and gets everything at once; one that is gone is not', async () => {
  const stage = await openWebsubStage();
  stage.start();
  const { hub } = stage;
  const path = '/feeds/nl.json';
  await stage.subscribe(stage.at('away.example', '/away'), path);
  await stage.subscribe(stage.at('gone.example', '/gone'), path);
  stage.behave('/away', 503);
  stage.behave('/gone', 410);
  await publishIssue(hub, { trackingId: 'NCSC-2020-0001', about: 'Een' });
  await patiently(async () => {
    const [row] = await hub.sql`
      SELECT attempts, detail FROM websub_subscriptions WHERE leased_until IS NULL AND due_at > clock_timestamp()`;
    expect(row?.attempts).toBeGreaterThanOrEqual(1);
    expect(row?.detail).toBe('HTTP 503');
  });
  await patiently(async () =>
    expect(await stage.callbacks(path)).toEqual([stage.at('away.example', '/away')]),
  );
  const [ended] = await hub.sql`SELECT detail FROM audit_entries WHERE action = 'end'`;
  expect(ended?.detail).toEqual({ topic: path, reason: 'HTTP 410' });

  await publishIssue(hub, { trackingId: 'NCSC-2020-0002', about: 'Twee' });
  stage.behave('/away', 'confirm');
  await hub.sql`UPDATE websub_subscriptions SET due_at = clock_timestamp()`;
  await patiently(() => expect(stage.pushedTo('/away').at(-1)?.body).toMatch(/Twee[\s\S]*Een/));
  await patiently(async () => {
    const rows = await hub.sql`SELECT attempts, detail FROM websub_subscriptions`;
    expect(rows).toEqual([{ attempts: 0, detail: 'HTTP 204' }]);
  });
});

test('a lease that ran out ends it; a renewal keeps it', async () => {
  const stage = await openWebsubStage();
  stage.start();
  const { hub } = stage;
  const path = '/feeds/nl.rss';
  const [kept, left] = [stage.at('a.example', '/kept'), stage.at('b.example', '/left')];
  await stage.subscribe(kept, path, { 'hub.lease_seconds': '999999999' });
  await stage.subscribe(left, path);
  const days = await hub.sql`
    SELECT round(extract(epoch FROM expires_at - clock_timestamp()) / 86400)::int AS days
    FROM websub_subscriptions ORDER BY callback`;
  expect(days.map((row) => row.days)).toEqual([30, 10]);
  await hub.sql`UPDATE websub_subscriptions SET expires_at = clock_timestamp() + interval '1 minute'`;
  const renewal = { 'hub.callback': kept, 'hub.mode': 'subscribe', 'hub.topic': stage.topic(path) };
  await stage.ask(renewal);
  await stage.allAnswered();
  await hub.sql`UPDATE websub_subscriptions SET expires_at = expires_at - interval '2 minutes'`;
  await publishIssue(hub, { trackingId: 'NCSC-2020-0001' });
  await patiently(() => expect(stage.pushedTo('/kept')).toHaveLength(1));
  await endLeases(hub);
  expect(await stage.callbacks(path)).toEqual([kept]);
  expect(stage.pushedTo('/left')).toEqual([]);
});
