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

const written = {
  content: exampleContent(),
  tlp: 'CLEAR',
  likelihood: 'medium',
  impact: 'high',
  matrix: mediumHigh,
  change: 'first',
};
const keyed = (key: string) => ({ 'Idempotency-Key': key });
const count = async () => (await hub.sql`SELECT FROM advisories`).count;

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  anouk = await createApiVisitor(
    createApp(() => hub),
    await keyFor(hub, people.anouk),
  );
});

test('a request that is repeated is answered again and done once', async () => {
  const first = await anouk.post('/advisories', written, keyed('one'));
  const again = await anouk.post('/advisories', written, keyed('one'));
  expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  for (const name of ['location', 'etag', 'content-type', 'api-version'])
    expect(again.headers.get(name)).toBe(first.headers.get(name));
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  expect(await count()).toBe(1);
  expect((await anouk.post('/advisories', written, keyed('two'))).body.id).not.toBe(first.body.id);
});

test('a key is for one request: another body or path is refused', async () => {
  const other = await anouk.post('/advisories', { ...written, tlp: 'GREEN' }, keyed('one'));
  expect([other.status, other.body.detail]).toEqual([
    422,
    expect.stringContaining('choose a new one'),
  ]);
  expect((await anouk.post('/versions/1/submission', undefined, keyed('one'))).status).toBe(422);
  expect((await anouk.post('/advisories', written, keyed('x'.repeat(256)))).status).toBe(400);
});

test('requests at the same time with one key wait for each other', async () => {
  const before = await count();
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => anouk.post('/advisories', written, keyed('together'))),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
  expect(await count()).toBe(before + 1);
});

test('what failed is not kept: the key is free to try again', async () => {
  const wrong = { ...written, likelihood: 'low' };
  expect((await anouk.post('/advisories', wrong, keyed('again'))).status).toBe(400);
  expect((await anouk.post('/advisories', written, keyed('again'))).status).toBe(201);
});

test('nothing of a request stands without its answer, whatever ends it', async () => {
  const before = await count();
  // The last statement of the transaction is the answer: where that fails, nothing may be left of the rest.
  await hub.sql`ALTER TABLE idempotency_keys ADD CONSTRAINT no_room CHECK (body IS NULL) NOT VALID`;
  const failed = await anouk.post('/advisories', written, keyed('crash'));
  expect([failed.status, await count()]).toEqual([500, before]);
  await hub.sql`ALTER TABLE idempotency_keys DROP CONSTRAINT no_room`;
  expect((await anouk.post('/advisories', written, keyed('crash'))).status).toBe(201);
  expect(await count()).toBe(before + 1);
});

test('after a day of real time a key is forgotten', async () => {
  await hub.sql`UPDATE idempotency_keys SET created_at = created_at - interval '25 hours'`;
  expect((await anouk.post('/advisories', written, keyed('new'))).status).toBe(201);
  const kept = await hub.sql<{ key: string }[]>`SELECT key FROM idempotency_keys`;
  expect(kept.map(({ key }) => key)).toEqual(['new']);
});

test('another operator’s key of the same name is another key', async () => {
  const anna = await createApiVisitor(
    createApp(() => hub),
    await keyFor(hub, people.pieter),
  );
  const draft = await anouk.post('/advisories', written);
  await anouk.post(`/versions/${draft.body.id}/submission`, undefined, keyed('shared'));
  const remarked = await anna.post(
    `/versions/${draft.body.id}/remarks`,
    { text: 'More.' },
    keyed('shared'),
  );
  expect([remarked.status, remarked.body.state]).toEqual([200, 'draft']);
});
