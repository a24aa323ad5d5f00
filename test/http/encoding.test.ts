import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { createApp } from '../../src/http/app.tsx';
import { chooseEncoding, encode } from '../../src/http/public/encoding.ts';
import { openTestHub } from '../support/hub.ts';
import { publishIssue } from './library.ts';

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['identity', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP', 'gzip'],
  ['deflate', 'identity'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['br;q=0.5, identity;q=0.8', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br; q=nonsense', 'identity'],
])('of Accept-Encoding %j the choice is %s', (accepted, chosen) => {
  expect(chooseEncoding(accepted)).toBe(chosen);
});

test('every encoding is the same body', async () => {
  const bodies = await encode('één\n'.repeat(100));
  const plain = Buffer.from(bodies.identity);
  expect(plain.toString()).toBe('één\n'.repeat(100));
  expect(brotliDecompressSync(bodies.br).equals(plain)).toBe(true);
  expect(gunzipSync(bodies.gzip).equals(plain)).toBe(true);
});

describe('a public page', async () => {
  const hub = await openTestHub();
  const app = createApp(() => hub);
  const trackingId = 'NCSC-2020-0001';
  await publishIssue(hub, { trackingId });
  const own = new Set(['x-request-id']);
  const ask = async (path: string, headers: Record<string, string>, method = 'GET') => {
    const response = await app.request(path, { method, headers });
    const told = [...response.headers].filter(([name]) => !own.has(name));
    return { status: response.status, headers: Object.fromEntries(told), response };
  };

  it.each(['/nl', '/feeds/nl.rss', `/advisories/${trackingId}?language=en`])(
    '%s travels compressed, with a tag for each encoding',
    async (path) => {
      const plain = Buffer.from(await (await ask(path, {})).response.arrayBuffer());
      const tags = new Set<string | undefined>();
      for (const [name, unpack] of [
        ['br', brotliDecompressSync],
        ['gzip', gunzipSync],
      ] as const) {
        const { headers, response } = await ask(path, { 'accept-encoding': name });
        expect(headers['content-encoding']).toBe(name);
        expect(headers.vary).toContain('Accept-Encoding');
        const packed = Buffer.from(await response.arrayBuffer());
        expect(packed.length).toBeLessThan(plain.length);
        expect(unpack(packed).equals(plain)).toBe(true);
        tags.add(headers.etag);
        // What somebody has in one encoding needs not be sent in another.
        const other = { 'accept-encoding': 'gzip, br', 'if-none-match': headers.etag ?? '' };
        expect((await ask(path, other)).status).toBe(304);
      }
      expect(tags.size).toBe(2);
    },
  );

  it.each([
    [{}, 'GET'],
    [{ 'accept-encoding': 'br' }, 'GET'],
    [{ 'accept-encoding': 'br', 'if-none-match': '*' }, 'GET'],
    [{ 'if-none-match': '"other"' }, 'GET'],
    [{ 'accept-language': 'en' }, 'HEAD'],
  ])('is answered the second time as the first: %j by %s', async (headers, method) => {
    const path = `/advisories/${trackingId}?again=${method}${Object.values(headers)}`;
    const first = await ask(path, headers, method);
    const again = await ask(path, headers, method);
    expect(again.headers).toEqual(first.headers);
    expect(again.status).toBe(first.status);
    expect(await again.response.text()).toBe(await first.response.text());
  });

  it('is in the language of each reader, whoever asked before', async () => {
    const path = `/advisories/${trackingId}`;
    for (const language of ['nl', 'en', 'nl', 'en'])
      expect((await ask(path, { 'accept-language': language })).headers['content-language']).toBe(
        language,
      );
  });

  it('takes no other method the short way', async () => {
    await ask('/nl', {});
    expect((await ask('/nl', {}, 'POST')).status).toBe(405);
  });

  it('leaves a line in the log and has a request id of its own each time', async () => {
    const ids = new Set<string | null>();
    for (let n = 0; n < 3; n += 1)
      ids.add((await app.request('/nl?logged')).headers.get('x-request-id'));
    expect(ids.size).toBe(3);
    const lines = hub.lines
      .map((line) => JSON.parse(line))
      .filter((line) => ids.has(line.requestId));
    expect(lines.map(({ object, result, actor }) => [object, result, actor])).toEqual(
      Array(3).fill(['/nl', 200, 'anyone']),
    );
  });
});
