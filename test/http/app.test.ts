import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { HubError } from '../../src/errors.ts';
import { createApp } from '../../src/http/app.tsx';
import type { HttpEnv } from '../../src/http/env.ts';
import { type Hub, openHub } from '../../src/hub.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let app: ReturnType<typeof createApp>;

/** What no route of ours does on purpose. */
const odd = new Hono<HttpEnv>()
  .get('/odd/bug', () => {
    throw new Error('the secret inside');
  })
  .get('/api/v1/odd/bug', () => {
    throw new Error('the secret inside');
  })
  .get('/api/v1/odd/:code', (c) => {
    throw new HubError(c.req.param('code') as 'invalid', 'It is wrong.', [
      { path: 'content.title', message: 'is missing' },
    ]);
  })
  .get('/odd/invalid', () => {
    throw new HubError('invalid', 'It is wrong.', [
      { path: 'content.title', message: 'is <b>missing</b>' },
    ]);
  })
  .get('/odd/:secret', (c) => c.text(c.req.param('secret')))
  .post('/odd/:secret', async (c) => c.text(String((await c.req.text()).length)))
  .put('/odd/:secret', (c) => c.text('put'));

beforeAll(async () => {
  hub = await openTestHub();
  app = createApp(() => hub, odd);
});

const lastLine = () => JSON.parse(hub.lines.at(-1) ?? '{}');

test('every answer carries the security headers, and HSTS where people come by https', async () => {
  for (const path of ['/nl', '/nowhere', '/odd/bug', '/api/v1/odd/bug', '/assets/0/style.css']) {
    const { headers } = await app.request(path);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/);
  }
  expect((await app.request('/nl')).headers.get('strict-transport-security')).toContain('max-age');
  const local = { ...hub, config: { ...hub.config, publicUrl: 'http://127.0.0.1:8787' } };
  const { headers } = await createApp(() => local).request('/nl');
  expect(headers.get('strict-transport-security')).toBeNull();
});

test.each([
  ['invalid', 400, 'Bad Request'],
  ['forbidden', 403, 'Forbidden'],
  ['not_found', 404, 'Not Found'],
  ['conflict', 409, 'Conflict'],
  ['gone', 410, 'Gone'],
  ['too_large', 413, 'Content Too Large'],
  ['too_many', 429, 'Too Many Requests'],
])('%s is told to a machine as problem+json with status %i', async (code, status, title) => {
  const response = await app.request(`/api/v1/odd/${code}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: 'about:blank',
    title,
    status,
    detail: 'It is wrong.',
    requestId: response.headers.get('x-request-id'),
    errors: [{ path: 'content.title', message: 'is missing' }],
  });
});

test('a person gets the same as a page, escaped, in the own language', async () => {
  const response = await app.request('/odd/invalid', { headers: { 'accept-language': 'en-GB' } });
  const page = await response.text();
  expect(response.status).toBe(400);
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('<code>content.title</code>: is &lt;b&gt;missing&lt;/b&gt;');
});

test('a bug shows no message, and is found in the log by its request id', async () => {
  for (const path of ['/odd/bug', '/api/v1/odd/bug']) {
    const response = await app.request(path);
    const body = await response.text();
    const requestId = response.headers.get('x-request-id') ?? '';
    expect(response.status).toBe(500);
    expect(body).not.toContain('secret');
    expect(body).toContain(requestId);
    const logged = hub.lines.find(
      (line) => line.includes('the secret inside') && line.includes(requestId),
    );
    expect(logged).toBeDefined();
  }
});

test('a page that is not there helps on', async () => {
  const response = await app.request('/nergens');
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('<a href="/nl">Naar de lijst van adviezen</a>');
});

test('a method that a path does not know is answered 405 with those it knows', async () => {
  const deleted = await app.request('/odd/x', { method: 'DELETE' });
  expect(deleted.status).toBe(405);
  expect(deleted.headers.get('allow')).toBe('GET, HEAD, POST, PUT');
  const posted = await app.request('/advisories/NCSC-2020-0001', { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  const api = await app.request('/api/v1/odd/invalid', { method: 'POST' });
  expect([api.status, (await api.json()).title]).toEqual([405, 'Method Not Allowed']);
  expect((await app.request('/nowhere', { method: 'DELETE' })).status).toBe(404);
});

test('a body above 1 MB is refused with the limit named, one of 1 MB is not', async () => {
  const post = (size: number, headers = {}) =>
    app.request('/odd/x', { method: 'POST', body: 'x'.repeat(size), headers });
  expect(await (await post(1024 * 1024)).text()).toBe(String(1024 * 1024));
  const refused = await post(1024 * 1024 + 1, { 'accept-language': 'en' });
  expect(refused.status).toBe(413);
  expect(await refused.text()).toContain('at most 1 MB (1048576 bytes)');
  expect(lastLine()).toMatchObject({ action: 'http POST', object: '/odd/:secret', result: 413 });
  const streamed = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 20; i += 1) controller.enqueue(new Uint8Array(100_000));
      controller.close();
    },
  });
  const init = { method: 'POST', body: streamed, duplex: 'half' } as RequestInit;
  expect((await app.request('/odd/x', init)).status).toBe(413);
});

test('the log line names who did what, and holds no path, query, token or address', async () => {
  await app.request('/odd/s3cret-token?q=hunter2', { headers: { 'x-forwarded-for': '192.0.2.7' } });
  expect(lastLine()).toMatchObject({
    action: 'http GET',
    object: '/odd/:secret',
    result: 200,
    origin: 'website',
    actor: 'anyone',
  });
  await app.request('/nowhere/s3cret-token?q=hunter2');
  expect(lastLine()).toMatchObject({ object: 'no route', result: 404 });
  expect(hub.lines.join('')).not.toMatch(/s3cret|hunter2|192\.0\.2\.7/);
});

test('a request id from outside is kept when it is harmless, and made otherwise', async () => {
  const ask = async (id: string) =>
    (await app.request('/healthz', { headers: { 'x-request-id': id } })).headers.get(
      'x-request-id',
    );
  expect(await ask('abc-123')).toBe('abc-123');
  expect(await ask('<script>')).toMatch(/^[0-9a-f-]{36}$/);
});

test('the hub says that it lives, and that it is ready', async () => {
  expect((await app.request('/healthz')).status).toBe(200);
  expect((await app.request('/readyz')).status).toBe(200);
});

test('a hub whose database waits for a migration lives but is not ready', async () => {
  const behind = await openTestHub();
  await behind.sql`DELETE FROM drizzle.__drizzle_migrations WHERE id = (SELECT max(id) FROM drizzle.__drizzle_migrations)`;
  const response = await createApp(() => behind).request('/readyz');
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10']);
});

test('while the database is away a person and a machine are told to come back', async () => {
  const gone = await openHub(
    { ...hub.config, databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' },
    { log: hub.log },
  );
  const away = createApp(() => gone, askingRoutes());
  try {
    for (const path of ['/nl', '/advisories/NCSC-2020-0001', '/readyz']) {
      const response = await away.request(path);
      expect([path, response.status]).toEqual([path, 503]);
      expect(response.headers.get('retry-after')).toBe('10');
      expect(await response.text()).toContain('We zijn er even niet');
    }
    // One after the other, so that a pool which waits ever longer before it connects again is found out.
    for (let i = 0; i < 60; i += 1) expect((await away.request('/nl')).status).toBe(503);
    for (const path of ['/api/v1/asking', '/feeds/nl.rss']) {
      const { status, headers } = await away.request(path);
      expect([path, status, headers.get('retry-after')]).toEqual([path, 503, '10']);
      expect(headers.get('content-type')).toBe('application/problem+json');
    }
    expect((await away.request('/healthz')).status).toBe(200);
  } finally {
    await gone.close();
  }
});

test('the hub recovers by itself when the database is back', async () => {
  const own = await openTestHub();
  const recovering = createApp(() => own, askingRoutes());
  const [{ name }] = await own.sql<[{ name: string }]>`SELECT current_database() AS name`;
  await hub.sql.unsafe(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
  await hub.sql`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ${name}`;
  expect((await recovering.request('/api/v1/asking')).status).toBe(503);
  await hub.sql.unsafe(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
  expect((await recovering.request('/api/v1/asking')).status).toBe(200);
});

function askingRoutes() {
  return new Hono<HttpEnv>().get('/api/v1/asking', async (c) => {
    const sql: Hub['sql'] = c.get('hub').sql;
    return c.json(await sql`SELECT 1 AS one`);
  });
}
