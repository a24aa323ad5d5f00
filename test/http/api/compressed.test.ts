import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, expect, it, test } from 'vitest';
import { draft } from '../../../src/advisory/draft.ts';
import { createApp } from '../../../src/http/app.tsx';
import { exampleDraft } from '../../advisory/journey.ts';
import { hirePeople, type People } from '../../advisory/people.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { keyFor } from '../../support/sign-in.ts';

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
let hub: TestHub;
let people: People;
let versionPath: string;
let ask: (path: string, headers?: Record<string, string>, init?: RequestInit) => Promise<Response>;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  const app = createApp(() => hub);
  const key = await keyFor(hub, people.anouk);
  ask = async (path, headers = {}, init = {}) =>
    app.request(`/api/v1${path}`, { ...init, headers: { ...key, ...headers } });
  const version = await draft(hub, exampleDraft(people, { trackingId: 'NCSC-2020-0001' }));
  versionPath = `/versions/${version.id}`;
});

const tagOf = ({ headers }: Response) => headers.get('etag') ?? '';

it.each([
  '/advisories',
  '/advisories/NCSC-2020-0001',
  '/organisations',
  '/openapi.json',
  '/reference',
])('%s carries a strong tag, and is not sent again to who has it in any encoding', async (path) => {
  for (const encoding of ['identity', 'gzip', 'br']) {
    const first = await ask(path, { 'accept-encoding': encoding });
    expect([first.status, tagOf(first)]).toEqual([200, expect.stringMatching(/^"[\w-]{22,}"$/)]);
    const seen = { 'if-none-match': tagOf(first), 'accept-encoding': 'gzip, br' };
    const again = await ask(path, seen);
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('vary')).toContain('Accept-Encoding');
  }
  expect((await ask(path, { 'if-none-match': '"another"' })).status).toBe(200);
});

it.each(['br', 'gzip'] as const)('a version travels by %s and says the same', async (encoding) => {
  const plain = await ask(versionPath);
  const packed = await ask(versionPath, { 'accept-encoding': encoding });
  expect([plain, packed].map(({ headers }) => headers.get('content-encoding'))).toEqual([
    null,
    encoding,
  ]);
  expect(packed.headers.get('vary')).toBe('Accept-Encoding');
  expect(tagOf(packed)).not.toBe(tagOf(plain));
  const bytes = Buffer.from(await packed.arrayBuffer());
  const text = await plain.text();
  expect(unpack[encoding](bytes).toString()).toBe(text);
  expect(bytes.length).toBeLessThan(text.length);
});

test('what is short goes as it is', async () => {
  const { headers } = await ask('/advisories?search=nothing', { 'accept-encoding': 'br' });
  expect(headers.get('content-encoding')).toBeNull();
});

test('whoever saw it in any encoding may change it, and nobody who saw it before the last change', async () => {
  const [content] = await hub.sql`SELECT content FROM versions`;
  const change = (tag: string) =>
    ask(
      versionPath,
      { 'content-type': 'application/json', 'if-match': tag },
      { method: 'PATCH', body: JSON.stringify(content) },
    );
  let before = '"none"';
  for (const encoding of ['gzip', 'br', 'identity']) {
    const tag = tagOf(await ask(versionPath, { 'accept-encoding': encoding }));
    expect((await change(`W/${tag}`)).status).toBe(412);
    expect((await change(before)).status).toBe(412);
    const changed = await change(tag);
    expect(changed.status).toBe(200);
    before = tag;
  }
});
