import { beforeAll, expect, test } from 'vitest';
import { createApp } from '../../../src/http/app.tsx';
import { exampleDocument, toBytes } from '../../advisory/formats/example-document.ts';
import { newId } from '../../advisory/importing.ts';
import { hirePeople } from '../../advisory/people.ts';
import { type ApiVisitor, createApiVisitor } from '../../support/api-visitor.ts';
import { openTestHub, type TestHub } from '../../support/hub.ts';
import { keyFor } from '../../support/sign-in.ts';

let hub: TestHub;
let anouk: ApiVisitor;
let pieter: ApiVisitor;

beforeAll(async () => {
  hub = await openTestHub({ csafPublisherNamespace: 'https://www.csirt.example' });
  const people = await hirePeople(hub);
  const app = createApp(() => hub);
  anouk = await createApiVisitor(app, await keyFor(hub, people.anouk));
  pieter = await createApiVisitor(app, await keyFor(hub, people.pieter));
});

/** What csaf_distribution's uploader sends: a part with a file name, and a field beside it. */
function formOf(document: unknown, fields: Record<string, string> = { tlp: 'csaf' }): FormData {
  const form = new FormData();
  const file = new Blob([toBytes(document) as BlobPart], { type: 'application/json' });
  form.append('csaf', file, 'ex-2024-0001.json');
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const upload = (body: BodyInit, by = anouk) => by.ask('POST', '/csaf', { body });
const countVersions = async () => (await hub.sql`SELECT FROM versions`).count;

test('what the reference uploader sends becomes a draft, and it gets the answer that it reads', async () => {
  const id = newId();
  const { status, headers, body } = await upload(formOf(exampleDocument({ tracking: { id } })));
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json']);
  expect(body).toMatchObject({
    name: `${id.toLowerCase()}.json`,
    release_date: '2024-03-09',
    errors: [],
  });
  expect(body.warnings[0]).toContain('It is a draft now');
  expect(body.warnings.length).toBeGreaterThan(1);
  const [version] = await hub.sql`SELECT state, tlp FROM versions`;
  expect(version).toEqual({ state: 'draft', tlp: 'GREEN' });
});

test('its label may be said beside it, as long as it is the label of the document', async () => {
  const document = exampleDocument({ tracking: { id: newId() } });
  const before = await countVersions();
  const wrong = await upload(formOf(document, { tlp: 'WHITE' }));
  expect([wrong.status, wrong.body.errors]).toEqual([
    400,
    [{ path: 'tlp', message: 'The document itself says TLP:GREEN: correct either.' }],
  ]);
  expect(await countVersions()).toBe(before);
  const right = await upload(formOf(document, { tlp: 'green', signature: '-----BEGIN PGP' }));
  expect(right.status).toBe(200);
  expect(right.body.warnings[1]).toContain('own key');
  expect((await upload(formOf(document))).status).toBe(409);
});

test('clear is the newer word for white', async () => {
  const white = exampleDocument({ tracking: { id: newId() }, label: 'WHITE' });
  expect((await upload(formOf(white, { tlp: 'clear' }))).status).toBe(200);
  const green = exampleDocument({ tracking: { id: newId() } });
  const wrong = await upload(formOf(green, { tlp: 'clear' }));
  expect([wrong.status, wrong.body.errors[0].path]).toEqual([400, 'tlp']);
});

test.each([
  ['no form', 'x', { 'Content-Type': 'multipart/form-data; boundary=y' }, 400, ''],
  ['JSON', '{}', { 'Content-Type': 'application/json' }, 415, undefined],
  ['no file', new URLSearchParams({ tlp: 'csaf' }), {}, 415, undefined],
])('%s is refused', async (_, body, headers, status, path) => {
  const answer = await anouk.ask('POST', '/csaf', { body, headers });
  expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([status, path]);
});

test.each([
  ['tlp', formOf({}, { tlp: 'purple' })],
  ['more', formOf({}, { tlp: 'csaf', more: 'x' })],
])('a form with a wrong %s is told so', async (path, form) => {
  const { status, body } = await upload(form);
  expect([status, body.errors[0].path]).toEqual([400, path]);
});

test('a document that fails a mandatory test is refused with every finding, and nothing is kept', async () => {
  const before = await countVersions();
  const document = exampleDocument({ tracking: { id: newId() } });
  const { status, body } = await upload(formOf({ ...document, product_tree: {} }));
  expect([status, body.errors.length > 0]).toEqual([400, true]);
  expect(await countVersions()).toBe(before);
});

test('a document of 20 MB is read, more is not; who is no author does not come in', async () => {
  const document = exampleDocument({ tracking: { id: newId() } });
  expect((await upload(formOf({ ...document, x: 'x'.repeat(19_000_000) }))).status).toBe(400);
  expect((await upload(formOf({ ...document, x: 'x'.repeat(21_000_000) }))).status).toBe(413);
  expect((await upload(formOf(document), pieter)).status).toBe(403);
});
