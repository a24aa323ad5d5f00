import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { metricsRoutes } from '../../src/command/metrics/routes.ts';
import { connect } from '../../src/database/connect.ts';
import { expandNext } from '../../src/fanout/expand.ts';
import { createApp } from '../../src/http/app.tsx';
import { takeUpdate } from '../../src/http/bot/take-update.ts';
import type { HttpEnv } from '../../src/http/env.ts';
import { addProviders } from '../support/crowd.ts';
import { openTestHub } from '../support/hub.ts';
import { publishFixture } from '../support/publication.ts';

const token = 'a-token-that-prometheus-has';
const hub = await openTestHub();
const app = createApp(() => hub, metricsRoutes(hub, token));

const ask = (authorization?: string) =>
  app.request('/metrics', authorization ? { headers: { authorization } } : {});
const read = async () => (await ask(`Bearer ${token}`)).text();
/** The value of one line: its name and labels as they are written. */
const figureOf = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.split(' ')
      .at(-1),
  );

test('only who shows the token reads the metrics, and nobody keeps them', async () => {
  for (const wrong of [undefined, token, 'Bearer wrong', `Basic ${token}`]) {
    const refused = await ask(wrong);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await refused.text()).not.toContain('semafoor_');
  }
  const answer = await ask(`Bearer ${token}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
});

test('without a token there is no such page', async () => {
  expect((await createApp(() => hub, new Hono<HttpEnv>()).request('/metrics')).status).toBe(404);
});

test('requests are counted by origin and status, also those that are answered from memory', async () => {
  const count = 'semafoor_http_request_duration_seconds_count{origin="website",status="200"}';
  await app.request('/nl');
  const before = figureOf(await read(), count);
  await app.request('/nl');
  await app.request('/nl');
  // The reading before was counted too.
  expect(figureOf(await read(), count)).toBe(before + 3);
});

test('what waits in the ledger, for the chainer and for people is told, and no name or address', async () => {
  await addProviders(hub.sql, 7);
  await publishFixture(hub.sql, { to: ['providers'] });
  await expandNext(hub);
  await hub.sql`
    INSERT INTO tasks (kind, subject, opened_at) VALUES ('key expires', 'key:1', hub_now())`;
  await hub.sql`
    INSERT INTO inbound_mail_counts VALUES (current_date, 'dropped', 'forged', 2), (current_date - 1, 'dropped', 'forged', 3)`;
  const text = await read();
  expect(figureOf(text, 'semafoor_database_up')).toBe(1);
  expect(figureOf(text, 'semafoor_underway_deliveries{channel="email",state="open"}')).toBe(7);
  expect(figureOf(text, 'semafoor_queue_oldest_due_seconds{urgent="false"}')).toBeGreaterThan(0);
  expect(figureOf(text, 'semafoor_queue_lanes_due{urgent="false"}')).toBe(1);
  expect(figureOf(text, 'semafoor_queue_lanes_due{urgent="true"}')).toBe(0);
  expect(figureOf(text, 'semafoor_audit_unchained_entries')).toBeGreaterThan(0);
  expect(figureOf(text, 'semafoor_open_tasks{kind="key expires"}')).toBe(1);
  expect(figureOf(text, 'semafoor_inbound_mails{outcome="dropped",reason="forged"}')).toBe(5);
  expect(text).not.toMatch(/@|provider/);
});

test('what is refused or dropped is counted by where it came in and why, with nothing of what it was', async () => {
  const odd = 'sofie@example.org';
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://hub.test' };
  await app.request(`/feeds/nl.rss?colour=${odd}`);
  await app.request('/feeds/en.atom?urgent=maybe');
  await app.request('/feeds/en.atom?urgent=true');
  const answer = { method: 'POST', headers: form, body: `email=${odd}@&which=all` };
  await app.request('/nl/subscribe', answer);
  await app.request(`/subscribe/${odd}`);
  await app.request('/websub', { method: 'POST', headers: form, body: `hub.mode=${odd}` });
  const key = { method: 'PUT', body: '{}' };
  await app.request('/api/v1/contacts/1/encryption-key', key);
  await takeUpdate(hub, { update_id: odd });
  await takeUpdate(hub, { update_id: 1, odd });
  await takeUpdate(hub, { update_id: 1, odd });
  const text = await read();
  const dropped = text.split('\n').filter((line) => line.startsWith('semafoor_dropped_total'));
  expect(dropped.toSorted()).toEqual([
    'semafoor_dropped_total{edge="feed",reason="invalid"} 2',
    'semafoor_dropped_total{edge="key",reason="unauthenticated"} 1',
    'semafoor_dropped_total{edge="subscription",reason="invalid"} 1',
    'semafoor_dropped_total{edge="subscription",reason="not_found"} 1',
    'semafoor_dropped_total{edge="telegram",reason="not an update"} 1',
    'semafoor_dropped_total{edge="telegram",reason="of another kind"} 1',
    'semafoor_dropped_total{edge="telegram",reason="taken already"} 1',
    'semafoor_dropped_total{edge="websub",reason="invalid"} 1',
  ]);
  expect(text).not.toContain('sofie');
});

test('while the database is away the process still tells of itself', async () => {
  const sql = connect('postgres://nobody@127.0.0.1:1/none', { max: 1 });
  const alone = { ...hub, sql };
  const away = createApp(() => alone, metricsRoutes(alone, token));
  const answer = await away.request('/metrics', { headers: { authorization: `Bearer ${token}` } });
  const text = await answer.text();
  await sql.end({ timeout: 0 });
  expect(figureOf(text, 'semafoor_database_up')).toBe(0);
  expect(text).toContain('process_cpu_seconds_total');
});
