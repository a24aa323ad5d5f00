import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../src/http/app.tsx';
import { exampleContent, mediumHigh } from '../../advisory/example.ts';
import { hirePeople, type People } from '../../advisory/people.ts';
import { type ApiVisitor, createApiVisitor } from '../../support/api-visitor.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { keyFor } from '../../support/sign-in.ts';

let hub: TestHub;
let people: People;
let anouk: ApiVisitor;
let pieter: ApiVisitor;
let dewi: ApiVisitor;

const written = () => ({
  content: exampleContent(),
  tlp: 'CLEAR',
  likelihood: 'medium',
  impact: 'high',
  matrix: mediumHigh,
  change: 'first',
});

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  const app = createApp(() => hub);
  const call = async (id: number) => createApiVisitor(app, await keyFor(hub, id));
  [anouk, pieter, dewi] = (await Promise.all(
    [people.anouk, people.pieter, people.dewi].map(call),
  )) as [ApiVisitor, ApiVisitor, ApiVisitor];
});

test('a version goes from draft to published by three people, over the API alone', async () => {
  const drafted = await anouk.post('/advisories', { ...written(), trackingId: 'NCSC-2020-0100' });
  expect([drafted.status, drafted.body.number, drafted.body.state]).toEqual([201, '1.00', 'draft']);
  expect(drafted.headers.get('location')).toBe(
    `https://hub.test/api/v1/versions/${drafted.body.id}`,
  );
  const at = `/versions/${drafted.body.id}`;
  expect((await anouk.get(`${at}/findings`)).body).toEqual({ findings: [] });
  const edited = await anouk.patch(
    at,
    { deviation: null, tlp: 'GREEN' },
    { 'If-Match': drafted.headers.get('etag') ?? '' },
  );
  expect([edited.status, edited.body.tlp, edited.body.revision]).toEqual([200, 'GREEN', 2]);
  expect((await anouk.post(`${at}/submission`, { revision: 2 })).body.state).toBe('in review');
  expect((await pieter.post(`${at}/remarks`, { text: 'Say more.' })).body.state).toBe('draft');
  expect((await anouk.get(`${at}/remarks`)).body.items).toMatchObject([
    { text: 'Say more.', operatorId: people.pieter },
  ]);
  await anouk.post(`${at}/submission`);
  expect((await anouk.post(`${at}/approval`)).status).toBe(403);
  const seen = await pieter.post(`${at}/previews`);
  expect(seen.status).toBe(200);
  const consents = [
    { office: 'Minister', givenAt: '2020-01-17T10:00:00+01:00', means: 'telephone' },
  ];
  const approved = await pieter.post(`${at}/approval`, {
    previewId: seen.body.previewId,
    consents,
  });
  expect(approved.body).toMatchObject({ state: 'approved' });
  expect((await dewi.post(`${at}/publication`)).body).toMatchObject({
    state: 'published',
    tlp: 'GREEN',
  });
  expect((await dewi.post(`${at}/publication`)).status).toBe(409);
});

test('the next version tells what it changes, and is withdrawn by two', async () => {
  const { body: first } = await anouk.get('/advisories/NCSC-2020-0100/versions');
  expect(first.items).toHaveLength(1);
  const content = exampleContent();
  content.cves = ['CVE-2020-0001'];
  content.cvss = [];
  const next = await anouk.post('/advisories/NCSC-2020-0100/versions', {
    ...written(),
    content,
    change: 'content',
    tlp: 'GREEN',
  });
  expect([next.status, next.body.number]).toEqual([201, '1.01']);
  const { difference } = (await anouk.get(`/versions/${next.body.id}/difference`)).body;
  expect(difference.cves).toEqual({ added: ['CVE-2020-0001'], removed: ['CVE-2019-19781'] });
  expect((await anouk.post('/advisories/NCSC-2020-0100/versions', written())).status).toBe(409);
  const at = `/versions/${first.items[0].id}`;
  expect((await anouk.get(`${at}/difference`)).body).toEqual({ difference: null });
  expect((await anouk.get(`${at}/withdrawal`)).status).toBe(404);
  const statement = { nl: 'Het klopt niet.', en: 'It is wrong.' };
  expect((await anouk.post(`${at}/withdrawal`, { statement })).status).toBe(200);
  expect((await pieter.post(`${at}/withdrawal/approval`)).body.errors).toMatchObject([
    { path: 'previewId' },
  ]);
  await pieter.post(`${at}/previews`, { reason: 'withdrawal' });
  const done = await pieter.post(`${at}/withdrawal/approval`);
  expect(done.body.withdrawalStatement).toEqual(statement);
  expect((await anouk.get(`${at}/withdrawal`)).body.withdrawnAt).not.toBeNull();
});

test('of two people who edit one draft the second is told', async () => {
  const { body, headers } = await anouk.post('/advisories', written());
  const at = `/versions/${body.id}`;
  const tag = headers.get('etag') ?? '';
  expect((await anouk.get(at)).headers.get('etag')).toBe(tag);
  expect((await anouk.patch(at, { tlp: 'AMBER' })).status).toBe(428);
  const [one, two] = await Promise.all([
    anouk.patch(at, { tlp: 'AMBER' }, { 'If-Match': tag }),
    anouk.patch(at, { tlp: 'GREEN' }, { 'If-Match': tag }),
  ]);
  expect([one.status, two.status].toSorted()).toEqual([
    200,
    expect.toSatisfy((s) => s === 409 || s === 412),
  ]);
  expect((await anouk.patch(at, { tlp: 'RED' }, { 'If-Match': tag })).status).toBe(412);
  expect((await anouk.patch(at, { tlp: 'RED' }, { 'If-Match': `W/${tag}` })).status).toBe(412);
  expect((await anouk.patch(at, { tlp: 'RED' }, { 'If-Match': '*' })).status).toBe(200);
});

test('a body is refused whole, with every finding, and nothing of it is kept', async () => {
  const before = await hub.sql`SELECT id FROM versions`;
  const content = { ...exampleContent(), texts: { nl: { titel: 'x' }, en: {} }, cves: [7] };
  const { status, body } = await anouk.post('/advisories?dry=1', {
    ...written(),
    content,
    tlp: 'PINK',
    author: 1,
  });
  expect(status).toBe(400);
  const paths = body.errors.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['dry', 'author', 'tlp', 'content.texts.nl.titel', 'content.cves.0']),
  );
  const odd = (body: BodyInit, type = 'application/json', more = {}) =>
    anouk.ask('POST', '/advisories', { body, headers: { 'Content-Type': type, ...more } });
  expect((await odd('{')).body.errors).toMatchObject([{ path: '' }]);
  expect((await odd(new Uint8Array([0x22, 0xff, 0x22]))).status).toBe(400);
  expect((await odd('[]')).status).toBe(400);
  expect((await odd('{}', 'text/plain')).status).toBe(415);
  expect((await odd('{}', 'application/json', { 'Content-Encoding': 'gzip' })).status).toBe(415);
  expect((await odd(`"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413);
  expect((await odd('['.repeat(500_000))).status).toBe(400);
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]));
  expect((await anouk.post('/advisories', many)).body.errors).toHaveLength(500);
  const notReady = await anouk.post('/advisories', {
    ...written(),
    content: { texts: { nl: {}, en: {} } },
  });
  const refused = await anouk.post(`/versions/${notReady.body.id}/submission`);
  expect([refused.status, refused.body.errors[0].path]).toEqual([
    400,
    expect.stringContaining('content.texts'),
  ]);
  expect(await hub.sql`SELECT id FROM versions`).toHaveLength(before.length + 1);
});

test('a key may use no more of its owner’s roles than its scope', async () => {
  await hub.sql`UPDATE operators SET roles = '{approver,duty officer}' WHERE id = ${people.dewi}`;
  const narrow = await createApiVisitor(
    createApp(() => hub),
    await keyFor(hub, people.dewi, ['duty officer']),
  );
  const { body } = await anouk.post('/advisories', written());
  await anouk.post(`/versions/${body.id}/submission`);
  expect((await narrow.post(`/versions/${body.id}/approval`)).status).toBe(403);
  expect((await narrow.post('/advisories', written())).status).toBe(403);
  expect((await dewi.post(`/versions/${body.id}/approval`)).status).toBe(403);
  const wide = await createApiVisitor(
    createApp(() => hub),
    await keyFor(hub, people.dewi),
  );
  expect((await wide.post(`/versions/${body.id}/approval`)).status).toBe(200);
});

test('the matrix asks, and says what the answers come to', async () => {
  const { likelihood } = (await anouk.get('/matrix-questions')).body;
  expect(likelihood).toHaveLength(10);
  expect((await anouk.post('/matrix-outcomes', mediumHigh)).body).toMatchObject({
    risk: 'M/H',
    urgent: false,
  });
  const wrong = { ...mediumHigh, impact: { ...mediumHigh.impact, codeExecution: 'perhaps' } };
  expect((await anouk.post('/matrix-outcomes', wrong)).body.errors[0].path).toBe(
    'impact.codeExecution',
  );
});

test('a notice is written by one, approved by another and published', async () => {
  const text = { title: 'Nieuws', body: 'Er is nieuws.' };
  const notice = {
    kind: 'news',
    tlp: 'CLEAR',
    content: { nl: text, en: text },
    trackingId: 'NCSC-2020-0100',
  };
  expect(
    (await anouk.post('/notices', { ...notice, content: { nl: text } })).body.errors,
  ).toMatchObject([{ path: 'content.en' }]);
  const written = await anouk.post('/notices', notice);
  const at = `/notices/${written.body.id}`;
  expect((await pieter.post(`${at}/approval`)).status).toBe(409);
  expect((await anouk.post(`${at}/submission`)).body.state).toBe('in review');
  const remarked = await pieter.post(`${at}/remarks`, { text: 'Say which news.' });
  expect(remarked.body).toMatchObject({ state: 'draft', submittedAt: null, revision: 1 });
  expect((await anouk.get(`${at}/remarks`)).body.items).toMatchObject([
    { text: 'Say which news.', operatorId: expect.any(Number) },
  ]);
  const seen = (await anouk.get(at)).headers.get('etag') ?? '';
  const better = { content: { nl: { ...text, title: 'Beter' }, en: text } };
  expect((await anouk.patch(at, better)).status).toBe(428);
  const edited = await anouk.patch(at, better, { 'If-Match': seen });
  expect(edited.body).toMatchObject({ ...better, kind: 'news', revision: 2 });
  expect((await anouk.patch(at, better, { 'If-Match': seen })).status).toBe(412);
  await anouk.post(`${at}/submission`);
  expect((await pieter.post(`${at}/approval`)).body.state).toBe('approved');
  expect((await pieter.post(`${at}/publication`)).body.state).toBe('published');
  expect((await pieter.post(`${at}/remarks`, { text: 'Too late.' })).status).toBe(409);
  expect((await anouk.get(at)).headers.get('etag')).not.toBeNull();
  expect((await anouk.get('/notices?trackingId=NCSC-2020-0100')).body.items).toHaveLength(1);
  expect((await anouk.get('/notices')).body.items).toEqual([]);
  const { body } = await (await createApiVisitor(createApp(() => hub))).ask(
    'GET',
    '/advisories/NCSC-2020-0100/chronology',
  );
  expect(body.status).toBe(404);
});
