import { beforeAll, expect, test } from 'vitest';
import { draft } from '../../../src/advisory/draft.ts';
import { createApp } from '../../../src/http/app.tsx';
import { createOperator } from '../../../src/operator/create-operator.ts';
import { exampleDraft } from '../../advisory/journey.ts';
import { hirePeople, type People } from '../../advisory/people.ts';
import { type ApiVisitor, createApiVisitor } from '../../support/api-visitor.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { keyFor, signIn } from '../../support/sign-in.ts';

let hub: TestHub;
let people: People;
let app: ReturnType<typeof createApp>;
let anouk: ApiVisitor;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  app = createApp(() => hub);
  anouk = await createApiVisitor(app, await keyFor(hub, people.anouk));
  for (const trackingId of ['NCSC-2020-0001', 'NCSC-2020-0002', 'NCSC-2020-0003'])
    await draft(hub, exampleDraft(people, { trackingId }));
});

const idsOf = (items: { trackingId: string }[]) => items.map(({ trackingId }) => trackingId);

test('a list is read page by page, and what comes meanwhile moves nothing', async () => {
  const first = await anouk.get('/advisories?limit=2');
  expect(idsOf(first.body.items)).toEqual(['NCSC-2020-0003', 'NCSC-2020-0002']);
  const link = first.headers.get('link') ?? '';
  expect(link).toContain('rel="next"');
  await draft(hub, exampleDraft(people, { trackingId: 'NCSC-2020-0009' }));
  const next = new URL(link.slice(1, link.indexOf('>')));
  expect(next.searchParams.get('cursor')).toBe(first.body.nextCursor);
  const second = await anouk.get(next.pathname.replace('/api/v1', '') + next.search);
  expect(idsOf(second.body.items)).toEqual(['NCSC-2020-0001']);
  expect([second.body.nextCursor, second.headers.get('link')]).toEqual([null, null]);
});

test('a list is narrowed, and its wildcards are only characters', async () => {
  const found = async (query: string) =>
    idsOf((await anouk.get(`/advisories?${query}`)).body.items);
  expect(await found('search=2020-0002')).toEqual(['NCSC-2020-0002']);
  expect(await found('search=%25')).toEqual([]);
  expect(await found('state=published&state=approved')).toEqual([]);
  expect(await found('state=draft&search=citrix&tlp=CLEAR')).toHaveLength(4);
});

test('everything that is wrong with a query is named at once, unknown parameters too', async () => {
  const { status, body } = await anouk.get('/advisories?limit=201&page=3&state=gone&cursor=');
  expect(status).toBe(400);
  const paths = body.errors.map(({ path }: { path: string }) => path);
  expect(paths.toSorted()).toEqual(['cursor', 'limit', 'page', 'state.0']);
  expect((await anouk.get('/advisories?limit=2&limit=3')).body.errors).toMatchObject([
    { path: 'limit' },
  ]);
  for (const cursor of ['x', Buffer.from('["1; DROP"]').toString('base64url')])
    expect((await anouk.get(`/advisories?cursor=${cursor}`)).status).toBe(400);
  expect((await anouk.get('/advisories/no%20such%20id')).body.errors[0].path).toBe('trackingId');
});

test('a reader who has it already is told so', async () => {
  const { headers, status } = await anouk.get('/advisories/NCSC-2020-0001');
  const tag = headers.get('etag') ?? '';
  expect([status, tag.length]).toEqual([200, 24]);
  const again = await anouk.get('/advisories/NCSC-2020-0001', { 'If-None-Match': tag });
  expect([again.status, again.body]).toEqual([304, '']);
  expect((await anouk.get('/advisories/NCSC-2020-0002', { 'If-None-Match': tag })).status).toBe(
    200,
  );
});

test('nobody, an empty account and a key that is no good get no further', async () => {
  const anyone = await createApiVisitor(app);
  const nobody = await anyone.get('/advisories');
  expect([nobody.status, nobody.headers.get('www-authenticate')]).toEqual([
    401,
    'Bearer realm="semafoor"',
  ]);
  expect((await anyone.get('/advisories', { Authorization: 'Bearer x' })).status).toBe(401);
  expect((await anyone.get('/openapi.json', { Authorization: 'Bearer x' })).status).toBe(401);
  const { id } = await createOperator(hub, {
    name: 'Otto',
    email: 'otto@csirt.example',
    roles: [],
  });
  const otto = await createApiVisitor(app, await signIn(hub, id));
  expect((await otto.get('/advisories')).status).toBe(403);
  const reading = await createApiVisitor(app, await keyFor(hub, people.anouk, []));
  expect((await reading.get('/advisories')).status).toBe(200);
});

test('what is not there, and what cannot be done with it, is a problem too', async () => {
  expect((await anouk.get('/advisories/NCSC-1999-0001')).body.detail).toContain('NCSC-1999-0001');
  expect((await anouk.get('/nowhere')).status).toBe(404);
  expect((await anouk.get('/advisories/')).status).toBe(404);
  const deleted = await anouk.remove('/advisories/NCSC-2020-0001');
  expect([deleted.status, deleted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('the document is open to all, from every origin', async () => {
  const { status, headers, body } = await (await createApiVisitor(app)).get('/openapi.json');
  expect([status, body.openapi]).toEqual([200, '3.1.0']);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('api-version')).toBe(body.info.version);
  expect(body.servers[0].url).toBe('https://hub.test/api/v1');
  expect((await anouk.get('/advisories')).headers.get('access-control-allow-origin')).toBeNull();
});
