import { request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it, test, vi } from 'vitest';
import { type Listening, listen } from '../../src/command/listen.ts';
import { createListener } from '../../src/http/listener.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { publishIssue } from './library.ts';

const trackingId = 'NCSC-2020-0001';
const path = `/advisories/${trackingId}`;
let hub: TestHub;
let server: Listening;

beforeAll(async () => {
  hub = await openTestHub();
  await publishIssue(hub, { trackingId });
  server = await listen(createListener(hub), { host: '127.0.0.1', port: 0, setting: 'PORT' });
  // A page that changed within this second has no date yet.
  await vi.waitUntil(async () => 'last-modified' in (await ask(path)).headers, 60_000);
});
afterAll(() => server.close());

/** What differs from answer to answer. */
const own = new Set(['x-request-id', 'date']);

/** Asked by hand, byte for byte: `fetch` unpacks what is packed. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server;
  type Answer = { status: number; headers: object; body: string; id: string };
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ port, path, method, headers }, async (response) => {
      const pieces = await response.toArray();
      const told = Object.entries(response.headers).filter(([name]) => !own.has(name));
      resolve({
        status: response.statusCode as number,
        headers: Object.fromEntries(told),
        body: Buffer.concat(pieces).toString('base64'),
        id: String(response.headers['x-request-id']),
      });
    });
    asked.on('error', reject).end();
  });
}

it.each<[Record<string, string>, string]>([
  [{}, 'GET'],
  [{ 'accept-encoding': 'br' }, 'GET'],
  [{ 'accept-encoding': 'gzip', 'if-none-match': '*' }, 'GET'],
  [{ 'if-none-match': '"other"' }, 'GET'],
  [{ 'accept-language': 'en' }, 'GET'],
  [{}, 'HEAD'],
])('answers the second and the third time as the first: %j by %s', async (headers, method) => {
  const each = `${path}?again=${method}${Object.values(headers).map(encodeURIComponent)}`;
  const { id, ...first } = await ask(each, headers, method);
  const again = [await ask(each, headers, method), await ask(each, headers, method)];
  expect(again.map(({ id, ...told }) => told)).toEqual([first, first]);
  expect(new Set([id, ...again.map((each) => each.id)]).size).toBe(3);
});

test('the id that a request came with is kept by the second answer as by the first', async () => {
  const asked = async (id: string) => (await ask(`${path}?id`, { 'x-request-id': id })).id;
  expect(await asked('given-1')).toBe('given-1');
  expect(await asked('given-2')).toBe('given-2');
  expect(await asked('not ours')).toMatch(/^[0-9a-f-]{36}$/);
});

test('each answer leaves its line in the log', async () => {
  const ids = new Set<string>();
  for (let n = 0; n < 3; n += 1) ids.add((await ask(`${path}?logged`)).id);
  const lines = hub.lines.map((line) => JSON.parse(line)).filter((line) => ids.has(line.requestId));
  expect(lines.map(({ object, result, actor }) => [object, result, actor])).toEqual(
    Array(3).fill(['/advisories/:trackingId', 200, 'anyone']),
  );
});

test.each(['/acknowledge/none', '/api/v1/sessions', '/subscribe', '/websub', '/nl'])(
  'a form without a body gets its answer: POST %s',
  async (path) => {
    const socket = connect(server.port, '127.0.0.1');
    const type = 'Content-Type: application/x-www-form-urlencoded';
    socket.end(`POST ${path} HTTP/1.1\r\nHost: hub.test\r\n${type}\r\nConnection: close\r\n\r\n`);
    expect(await text(socket)).toMatch(/^HTTP\/1.1 4\d\d /);
  },
);

test('what is published shows at once, and no other method goes the short way', async () => {
  const list = async () => Buffer.from((await ask('/nl')).body, 'base64').toString();
  expect(await list()).toBe(await list());
  await publishIssue(hub, { trackingId: 'NCSC-2020-0002' });
  expect(await list()).toContain('NCSC-2020-0002');
  expect((await ask('/nl', {}, 'POST')).status).toBe(405);
});
