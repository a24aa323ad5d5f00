import { beforeAll, expect, test } from 'vitest';
import { findAdvisory } from '../../../src/advisory/advisory.ts';
import { createApp } from '../../../src/http/app.tsx';
import { exampleDocument } from '../../advisory/formats/example-document.ts';
import { openImporting } from '../../advisory/importing.ts';
import { signIn } from '../../support/sign-in.ts';
import { createVisitor, firefox } from '../../support/visitor.ts';

type Page = Awaited<ReturnType<ReturnType<typeof createVisitor>['open']>>;
let send: (content: BlobPart | null) => Promise<Page>;
let open: (path: string) => Promise<Page>;
let hub: Awaited<ReturnType<typeof openImporting>>['hub'];

beforeAll(async () => {
  const importing = await openImporting();
  hub = importing.hub;
  const headers = { ...firefox, ...(await signIn(hub, importing.people.anouk)) };
  const anouk = createVisitor(
    createApp(() => hub),
    headers,
  );
  open = (path) => anouk.open(path);
  send = (content) => {
    const body = new FormData();
    body.append('document', content === null ? new Blob([]) : new Blob([content]), 'advisory.json');
    return anouk.open('/console/import', { method: 'POST', body });
  };
});

test('a document becomes a draft, and what its author should look at leads to the fields', async () => {
  const document = exampleDocument({ tracking: { id: 'NCSC-2020-0500' } });
  const page = await send(JSON.stringify(document));
  expect(page.status).toBe(200);
  const { versions } = await findAdvisory(hub.sql, 'NCSC-2020-0500');
  const edit = `/console/versions/${versions[0]?.id}/edit`;
  expect(page.html).toContain(`href="${edit}"`);
  const { html } = await open(edit);
  const places = [...page.html.matchAll(/\/edit#([\w-]+)"/g)].map(([, id]) => id);
  expect(places.length).toBeGreaterThan(1);
  for (const id of places) expect(html).toContain(`id="${id}"`);
  const again = await send(JSON.stringify(document));
  expect(again.status).toBe(409);
});

test('one that is refused comes with every finding and its place, and leaves nothing behind', async () => {
  const document = exampleDocument({ tracking: { id: 'NCSC-2020-0501' } });
  const { title: _, ...untitled } = document.document;
  const refused = await send(JSON.stringify({ document: untitled }));
  expect(refused.status).toBe(400);
  expect(refused.html).toMatch(/<table>.*<code>[^<]*\/document[^<]*<\/code>/s);
  expect((await open('/console/advisories/NCSC-2020-0501')).status).toBe(404);
});

test.each([
  ['no file', null, 400],
  ['no JSON', 'hello <b>', 400],
  ['JSON without an end to its brackets', '['.repeat(5_000_000), 413],
])('%s gets a clear answer', async (_, content, status) => {
  const page = await send(content);
  expect(page.status).toBe(status);
  expect(page.html).toContain('class="errors"');
  expect(page.html).not.toContain('<b>');
});

test('21 MB are refused before anybody reads them', async () => {
  const page = await send('x'.repeat(21 * 1024 * 1024));
  expect(page.status).toBe(413);
  expect(page.html).toContain('20 MB');
});
