import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../../../src/http/app.tsx';
import { timeLeft } from '../../../../templates/console/watch/progress-table.tsx';
import { hirePeople } from '../../../advisory/people.ts';
import { startFanout, until } from '../../../fanout/fan-out.ts';
import { countStates } from '../../../fanout/ledger.ts';
import { addProviders, addReaders } from '../../../support/crowd.ts';
import { openTestHub } from '../../../support/hub.ts';
import { publishFixture } from '../../../support/publication.ts';
import { type BrowserHeaders, signIn } from '../../../support/sign-in.ts';
import { createTestChannel } from '../../../support/test-channel.ts';
import { createVisitor } from '../../../support/visitor.ts';

const hub = await openTestHub();
const app = createApp(() => hub);
const channel = createTestChannel();
const gate = Promise.withResolvers<void>();
type Visitor = ReturnType<typeof createVisitor>;
let dewi: Visitor;
let anouk: Visitor;
let cookie: BrowserHeaders;
let dispatchId: number;
let providersId: number;
let versionId: number;
let trackingId: string;

/** 40 readers of whom eight are on the wire, and two providers of whom one is refused. */
beforeAll(async () => {
  const people = await hirePeople(hub);
  cookie = await signIn(hub, people.dewi);
  dewi = createVisitor(app, cookie);
  anouk = createVisitor(app, await signIn(hub, people.anouk));
  await addReaders(hub.sql, 40);
  await addProviders(hub.sql, 2);
  channel.react('*', { until: gate.promise });
  channel.react('provider1.0@example.nl', 'take');
  channel.react('provider2.0@example.nl', {
    refuse: '550 <b>no</b> such box',
    as: { permanent: true },
  });
  const published = await publishFixture(hub.sql, { to: ['providers', 'readers'] });
  versionId = published.versionId;
  [providersId, dispatchId] = published.dispatchIds as [number, number];
  const [advisory] = await hub.sql<[{ trackingId: string }]>`SELECT tracking_id FROM advisories`;
  trackingId = advisory.trackingId;
  await startFanout(hub, channel);
  await until(async () => {
    expect(await countStates(hub)).toMatchObject({ sent: 1, failed: 1 });
    expect(channel.begun).toHaveLength(10);
    expect(await hub.sql`SELECT FROM dispatches WHERE finished_at IS NULL`).toHaveLength(1);
  });
});

const page = (id: number) => `/console/dispatches/${id}`;

/** Reads events until one satisfies; the connection ends with it. */
async function listen(path: string, satisfies: (event: string, data: string) => boolean) {
  const ended = new AbortController();
  const answer = await app.request(path, { headers: cookie, signal: ended.signal });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    text += part.value;
    const events = [...text.matchAll(/event: (\w+)\ndata: (.*)\n/g)];
    const found = events.find(([, event = '', data = '']) => satisfies(event, data));
    if (!found) continue;
    await reader?.cancel();
    ended.abort();
    return found[2] as string;
  }
  throw new Error(`it never came: ${text}`);
}

describe('a dispatch that runs', () => {
  test('shows how far it is by channel, and what the other side said', async () => {
    const { html } = await dewi.open(`/console/advisories/${trackingId}/progress`);
    expect(html).toMatch(/providers.*email.*2 of 2/s);
    expect(html).toMatch(/readers.*email.*0 of 40/s);
    expect(html).toContain('550 &lt;b&gt;no&lt;/b&gt; such box');
    expect(html).toContain('provider 2');
    expect(html).not.toContain('reader1@');
  });

  test('counts who was left out apart, on every page alike', async () => {
    await hub.sql`
      INSERT INTO dispatch_deltas (dispatch_id, at, channel, skipped) VALUES (${dispatchId}, hub_now(), 'email', 3)`;
    const { html } = await dewi.open(page(dispatchId));
    expect(html).toMatch(/email.*0 of 40.*<td[^>]*>3<\/td>/s);
    expect((await dewi.open('/console')).html).toContain('0 of 40 settled');
  });

  test('keeps its page up to date with a script, and without one', async () => {
    const { html, headers } = await dewi.open(page(dispatchId));
    expect(html).toMatch(/<script src="\/assets\/\w+\/watch\.js" defer=""/);
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="5"/></noscript>');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    const still = await dewi.open(`${page(dispatchId)}?refresh=off`);
    expect(still.html).not.toContain('http-equiv="refresh"');
    const over = await dewi.open(page(providersId));
    expect(over.html).not.toContain('http-equiv="refresh"');
    expect(over.html).not.toContain('watch.js');
  });

  test('tells whoever listens, and not whoever is not signed in', async () => {
    const path = `/console/dispatches/live?ids=${dispatchId},${providersId},x`;
    const rows = await listen(path, (event) => event === 'progress');
    expect(rows).toContain('0 of 40');
    expect(rows).toContain('2 of 2');
    const outside = await app.request(path);
    expect(outside.status).not.toBe(200);
  });

  test('of an author is looked at, not touched', async () => {
    const { html } = await anouk.open(page(dispatchId));
    expect(html).not.toContain('id="pause"');
    const answer = await app.request(`${page(dispatchId)}/pause`, {
      method: 'POST',
      headers: cookie,
      body: new URLSearchParams({ reason: '' }),
    });
    expect(answer.status).toBe(400);
  });

  test('is paused with a reason and resumed', async () => {
    const refused = await dewi.send(await dewi.open(page(dispatchId)), 'pause', { reason: ' ' });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('pause-reason-error');
    const paused = await dewi.send(refused, 'pause', { reason: 'wait for the minister' });
    expect(paused.html).toMatch(/class="loud".*wait for the minister/s);
    const resumed = await dewi.send(paused, 'resume', {});
    expect(resumed.html).toContain('Resumed.');
  });

  test('is cancelled only by who says so twice; the rest never goes', async () => {
    const open = await dewi.open(page(dispatchId));
    const half = await dewi.send(open, 'cancel', { reason: 'the wrong text' });
    expect(half.html).toContain('cancel-confirmed-error');
    await dewi.send(open, 'cancel', { reason: 'the wrong text', confirmed: 'yes' });
    gate.resolve();
    const path = `/console/dispatches/live?ids=${dispatchId}`;
    await listen(path, (event) => event === 'finished');
    const again = await dewi.send(open, 'pause', { reason: 'too late' });
    expect(again.status).toBe(409);
    const { html } = await dewi.open(page(dispatchId));
    expect(html).toContain('cancelled: the wrong text');
  });
});

describe('deliveries', () => {
  test('are found by state and by name, with the reason', async () => {
    const failed = await dewi.open(`${page(providersId)}/deliveries?state=failed`);
    expect(failed.html).toContain('provider2.0@example.nl');
    expect(failed.html).not.toContain('provider1.0@example.nl');
    const named = await dewi.open(`${page(providersId)}/deliveries?search=vider+1`);
    expect(named.html).toContain('provider1.0@example.nl');
    expect(named.html).not.toContain('provider2.0@example.nl');
    const odd = await dewi.open(`${page(providersId)}/deliveries?state=%27&after=x&search=%25`);
    expect(odd.html).toContain('No deliveries were found');
  });

  test('are paged, and a subscriber’s address is shown to nobody', async () => {
    await hub.sql`
      INSERT INTO deliveries (dispatch_id, address_id, channel, lane, form, state)
      SELECT ${providersId}, id, 'email', 'email', 'full', 'sent' FROM addresses WHERE subscription_id IS NOT NULL`;
    await addReaders(hub.sql, 80);
    await hub.sql`
      INSERT INTO deliveries (dispatch_id, address_id, channel, lane, form, state)
      SELECT ${providersId}, id, 'email', 'email', 'full', 'sent' FROM addresses
      WHERE subscription_id > 40`;
    const first = await dewi.open(`${page(providersId)}/deliveries?state=sent`);
    const [, next = ''] = /href="([^"]*after=\d+)"/.exec(first.html) ?? [];
    const second = await dewi.open(next.replaceAll('&amp;', '&'));
    const count = (html: string) => html.split('a subscriber').length - 1;
    expect([count(first.html), count(second.html)].toSorted()).toEqual([21, 99].toSorted());
    expect(first.html + second.html).not.toContain('reader');
  });
});

describe('sending by hand', () => {
  test('shows who receives it before it can be sent, and again after another choice', async () => {
    const [audience] = await hub.sql<
      [{ id: number }]
    >`SELECT id FROM audiences WHERE name = 'providers'`;
    const form = await dewi.open(`/console/versions/${versionId}/send`);
    const bare = await dewi.send(form, 'send', { audienceId: '' });
    expect(bare.html).toContain('send-reason-error');
    expect(bare.html).toContain('send-audienceId-error');
    const wish = {
      reason: 'request',
      audienceId: String(audience.id),
      requestKind: 'comply or explain',
      requestedBy: 'CIO Rijk',
      'conditions.0.nl': 'De systemen zijn uit.',
      'conditions.0.en': 'The systems are off.',
    };
    const seen = await dewi.send(form, 'send', wish);
    expect(seen.html).toContain('2 addresses, 2 organisations');
    const touched = await dewi.send(seen, 'send', {
      ...wish,
      channelRule: 'preferred',
      step: 'send',
    });
    expect(touched.html).toContain('2 addresses, 2 organisations');
    expect(await hub.sql`SELECT FROM dispatches`).toHaveLength(2);
    const sent = await dewi.send(touched, 'send', {
      ...wish,
      channelRule: 'preferred',
      step: 'send',
    });
    expect(sent.html).toContain('comply or explain');
    expect(sent.html).toContain('CIO Rijk');
    expect(await hub.sql`SELECT FROM dispatches`).toHaveLength(3);
    expect((await dewi.open('/console/dispatches')).html).toContain('request');
  });
});

test('time left is told in words that do not pretend to be exact', () => {
  expect(timeLeft(100, 10, 'en')).toBe('10 s');
  expect(timeLeft(10_000, 20, 'en')).toBe('9 min');
  expect(timeLeft(1_000_000, 20, 'nl')).toBe('14 uur');
  expect(timeLeft(5, 0, 'en')).toBe('–');
});
