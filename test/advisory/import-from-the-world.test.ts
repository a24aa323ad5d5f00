import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { approve } from '../../src/advisory/approve.ts';
import { edit } from '../../src/advisory/edit.ts';
import { exportCsaf } from '../../src/advisory/export-csaf.ts';
import type { CsafDocument } from '../../src/advisory/formats/csaf/document.ts';
import { withoutGenerated } from '../../src/advisory/formats/csaf/generated.ts';
import { importCsaf } from '../../src/advisory/import-csaf.ts';
import { submit } from '../../src/advisory/submit.ts';
import { createOperator } from '../../src/operator/create-operator.ts';
import type { TestHub } from '../support/hub.ts';
import { exampleDocument, toBytes } from './formats/example-document.ts';
import { hasDocuments, listDocuments } from './formats/shared-documents.ts';
import { asImported, type Importing, newId, openImporting, valid } from './importing.ts';
import type { People } from './people.ts';

let hub: TestHub;
let people: People;
let take: Importing['take'];
let bring: Importing['bring'];

beforeAll(async () => {
  ({ hub, people, take, bring } = await openImporting());
});

afterEach(() => vi.unstubAllGlobals());

/** A hub whose publisher this document's is, on the same database. */
const hubOf = ({ document }: CsafDocument) => ({
  ...hub,
  config: { ...hub.config, csafPublisherNamespace: document.publisher.namespace },
});

describe.skipIf(!hasDocuments)('documents from the world', () => {
  test.each(listDocuments('valid'))(
    '$name, were it ours, comes out as it came in',
    async ({ document }) => {
      const ours = hubOf(document);
      const { version } = await take(document, ours);
      expect(version).toMatchObject({
        trackingId: document.document.tracking.id,
        importedVersion: document.document.tracking.version,
        state: 'draft',
      });
      const exported = await exportCsaf(ours, { versionId: version.id });
      expect(withoutGenerated(exported, document)).toStrictEqual(asImported(document));
      await valid(exported);
    },
  );

  test.each(listDocuments('valid'))('$name seeds an advisory of ours', async ({ document }) => {
    // Its twin above came in under the same name.
    const renamed = structuredClone(document);
    renamed.document.tracking.id += '-again';
    const { version } = await take(renamed);
    expect(version.trackingId).toMatch(/^NCSC-\d{4}-\d{4}$/);
    expect(version.importedVersion).toBeNull();
    expect(version.content.references[0]?.title).toContain(`${renamed.document.tracking.id} (`);
    const exported = await valid(await exportCsaf(hub, { versionId: version.id }));
    expect(exported.document).toMatchObject({
      publisher: { name: 'NCSC', namespace: 'https://www.csirt.example' },
      tracking: { id: version.trackingId, version: '1.0.0' },
    });
    expect(exported.product_tree).toEqual(renamed.product_tree);
    expect(exported.vulnerabilities?.map(({ scores }) => scores)).toEqual(
      renamed.vulnerabilities?.map(({ scores }) => scores),
    );
  });

  test('one advisory in four versions, each published, keeps its numbers', async () => {
    const documents = listDocuments('versions').map(({ document }) => document);
    const ours = hubOf(documents[0] as CsafDocument);
    for (const [ordinal, document] of documents.entries()) {
      const { version } = await take(document, ours);
      expect(version).toMatchObject({ trackingId: 'Avendor-advisory-0004', ordinal });
      await expect(take(document, ours)).rejects.toMatchObject({ code: 'conflict' });
      const published = await bring(version);
      expect(published.importedVersion).toBe(document.document.tracking.version);
      const exported = await valid(await exportCsaf(ours, { versionId: version.id }));
      expect(exported.document.tracking.revision_history).toEqual(
        document.document.tracking.revision_history,
      );
    }
    expect(documents).toHaveLength(4);
  });

  test.each(listDocuments('invalid'))('$name is refused', async ({ name, document }) => {
    const failed = name.startsWith('avendor') ? '6.1.2' : 'schema';
    const before = await hub.sql`SELECT FROM advisories`;
    await expect(take(document)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(failed),
      findings: expect.arrayContaining([
        {
          test: failed,
          path: expect.stringMatching(/^\//),
          message: expect.stringContaining(`${failed}: `),
        },
      ]),
    });
    expect(await hub.sql`SELECT FROM advisories`).toHaveLength(before.length);
  });
});

describe("another publisher's document", () => {
  const theirs = (tracking: CsafDocument['document']['tracking'] | object) =>
    exampleDocument({ namespace: 'https://psirt.vendor.example', tracking });

  test('begins an advisory of ours each time that it changed', async () => {
    const id = newId();
    const { version: one } = await take(theirs({ id }));
    expect(one.content.references[0]).toEqual({
      url: 'https://www.csirt.example/advisories/1',
      title: `CSIRT Example: ${id} (1)`,
    });
    await expect(take(theirs({ id }))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(one.trackingId),
    });
    const { version: two } = await take(theirs({ id, version: '2' }));
    expect(two.trackingId).not.toBe(one.trackingId);
    expect([one.ordinal, two.ordinal]).toEqual([0, 0]);
  });

  test('is published as ours, in our numbering', async () => {
    const published = await bring((await take(theirs({ id: newId(), version: '7' }))).version);
    const exported = await valid(
      await exportCsaf(hub, { versionId: published.id, language: 'nl' }),
    );
    expect(exported.document).toMatchObject({
      lang: 'nl',
      title: 'Titel',
      publisher: { name: 'NCSC' },
      tracking: { version: '1.0.0', status: 'final' },
    });
    expect(
      exported.document.references?.filter(({ category }) => category === 'self'),
    ).toHaveLength(1);
    expect(JSON.stringify(exported)).not.toContain('A page shows');
  });
});

describe('who imports', () => {
  test('is an author, and approves it no more than what she wrote', async () => {
    const roles = ['author', 'approver'] as const;
    const { id: fenna } = await createOperator(hub, {
      name: 'Fenna',
      email: 'fenna@csirt.example',
      roles: [...roles],
      language: 'en',
    });
    const document = toBytes(exampleDocument({ tracking: { id: newId() } }));
    for (const operatorId of [people.pieter, people.dewi]) {
      await expect(importCsaf(hub, { document, operatorId })).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const { version } = await importCsaf(hub, { document, operatorId: fenna });
    const { id: versionId } = version;
    const texts = { ...version.content.texts, nl: version.content.texts.en };
    await edit(hub, {
      versionId,
      revision: 1,
      operatorId: people.anouk,
      content: { ...version.content, texts },
      deviation: 'No time.',
    });
    await submit(hub, { versionId, operatorId: people.anouk });
    await expect(approve(hub, { versionId, operatorId: fenna })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const rows =
      await hub.sql`SELECT actor, detail FROM audit_entries WHERE action = 'import' AND object = ${`version:${versionId}`}`;
    expect(rows).toMatchObject([
      {
        actor: `operator:${fenna}`,
        detail: { isOwn: true, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ]);
  });

  test('is told why, where the runtime generates no code', async () => {
    vi.stubGlobal('Function', () => {
      throw new EvalError('Code generation from strings disallowed for this context');
    });
    await expect(take(exampleDocument())).rejects.toMatchObject({ code: 'not_implemented' });
  });

  test('is told what is wrong with what is no document at all', async () => {
    for (const document of [null, [], 'x', {}, { document: null }]) {
      await expect(take(document)).rejects.toMatchObject({
        code: 'invalid',
        findings: expect.any(Array),
      });
    }
  });
});
