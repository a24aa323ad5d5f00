import { beforeAll, describe, expect, test } from 'vitest';
import { draft } from '../../src/advisory/draft.ts';
import { edit } from '../../src/advisory/edit.ts';
import { exportCsaf } from '../../src/advisory/export-csaf.ts';
import { withoutGenerated } from '../../src/advisory/formats/csaf/generated.ts';
import type { TestHub } from '../support/hub.ts';
import { mediumHigh } from './example.ts';
import { exampleDocument } from './formats/example-document.ts';
import { asImported, type Importing, newId, openImporting, valid } from './importing.ts';
import { exampleDraft } from './journey.ts';
import type { People } from './people.ts';

let hub: TestHub;
let people: People;
let take: Importing['take'];
let bring: Importing['bring'];

beforeAll(async () => {
  ({ hub, people, take, bring } = await openImporting());
});

describe('a document of our own', () => {
  test('comes out as it came in, with everything that the hub has no field for', async () => {
    const document = exampleDocument({ tracking: { id: newId() } });
    const { version, advice } = await take(document);
    expect(version).toMatchObject({
      tlp: 'GREEN',
      likelihood: 'medium',
      impact: 'medium',
      change: 'first',
    });
    expect(version.content).toMatchObject({
      products: [
        {
          vendor: 'Example',
          name: 'Gateway',
          versions: [
            { version: '1.0', status: 'affected' },
            { version: '1.1', status: 'affected' },
            { version: '1.2', status: 'fixed' },
          ],
        },
        { vendor: 'Example', name: 'Appliance', versions: [] },
      ],
      cves: ['CVE-2024-1111'],
      texts: {
        nl: { title: '' },
        en: {
          title: 'A way into Example Gateway',
          advice: 'Update to 1.2.\nhttps://vendor.example/1.2',
        },
      },
    });
    expect(advice.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['matrix', 'content.texts.nl']),
    );
    const exported = await valid(await exportCsaf(hub, { versionId: version.id }));
    const reference = exported.document.references?.at(-1);
    expect(reference).toMatchObject({
      category: 'self',
      url: `https://hub.test/csaf/green/2024/${version.trackingId.toLowerCase()}.json`,
    });
    expect(withoutGenerated(exported, document)).toStrictEqual(asImported(document));
  });

  test('says what was edited, and is its own document in everything else', async () => {
    const document = exampleDocument({ tracking: { id: newId() } });
    const { version } = await take(document);
    const content = structuredClone(version.content);
    content.texts.en.title = 'Another title';
    content.texts.en.advice = 'Switch it off.';
    await edit(hub, { versionId: version.id, revision: 1, operatorId: people.anouk, content });
    const exported = await valid(await exportCsaf(hub, { versionId: version.id }));
    expect(exported.document.title).toBe('Another title');
    expect(exported.document.notes?.slice(1)).toEqual(document.document.notes);
    expect(exported.product_tree).toEqual(document.product_tree);
    const [vulnerability] = exported.vulnerabilities ?? [];
    expect(vulnerability?.remediations).toEqual([
      { category: 'vendor_fix', details: 'Switch it off.', product_ids: ['P0', 'P1'] },
    ]);
    expect({ ...vulnerability, remediations: document.vulnerabilities?.[0]?.remediations }).toEqual(
      document.vulnerabilities?.[0],
    );
  });

  test('whose products were edited lists those, and nothing that named the others', async () => {
    const { version } = await take(exampleDocument({ tracking: { id: newId() } }));
    const content = structuredClone(version.content);
    content.products = [
      { vendor: 'Example', name: 'Gateway', versions: [{ version: '2.0', status: 'affected' }] },
    ];
    await edit(hub, { versionId: version.id, revision: 1, operatorId: people.anouk, content });
    const exported = await valid(await exportCsaf(hub, { versionId: version.id }));
    const text = JSON.stringify(exported);
    expect(text).toContain('Example Gateway 2.0');
    expect(text).not.toContain('Gateway 1.0');
    expect(exported.vulnerabilities?.[0]).toMatchObject({
      cve: 'CVE-2024-1111',
      cwe: { id: 'CWE-79' },
      ids: [{ text: '#7' }],
    });
    expect(exported.vulnerabilities?.[0]).not.toHaveProperty('threats');
  });

  test('with a wider label gives away nothing that the author did not see', async () => {
    const { version } = await take(exampleDocument({ tracking: { id: newId() }, label: 'AMBER' }));
    const change = { versionId: version.id, operatorId: people.anouk };
    await edit(hub, { ...change, revision: 1, tlp: 'GREEN' });
    const exported = JSON.stringify(await valid(await exportCsaf(hub, { versionId: version.id })));
    expect(exported).not.toMatch(/wild|Finders|As is|#7/);
    await edit(hub, { ...change, revision: 2, tlp: 'AMBER+STRICT' });
    await expect(exportCsaf(hub, { versionId: version.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('is followed by a version written here, which counts on and keeps the detail', async () => {
    const id = newId();
    const { version } = await take(exampleDocument({ tracking: { id, version: '3' } }));
    const first = await bring(version);
    const next = await draft(
      hub,
      exampleDraft(people, { advisoryId: first.advisoryId, tlp: 'GREEN', content: first.content }),
    );
    const published = await bring(next);
    const exported = await valid(await exportCsaf(hub, { versionId: published.id }));
    expect(exported.document.tracking).toMatchObject({
      id,
      version: '4',
      status: 'final',
      aliases: ['VU#1'],
    });
    expect(exported.document.tracking.revision_history.map(({ number }) => number)).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
    expect(exported.vulnerabilities?.[0]).toHaveProperty('threats');
    await expect(take(exampleDocument({ tracking: { id, version: '4' } }))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('published already'),
    });
    const { version: fifth } = await take(exampleDocument({ tracking: { id, version: '5' } }));
    expect(fifth).toMatchObject({
      ordinal: 2,
      change: 'content',
      impact: 'high',
      matrix: mediumHigh,
    });
  });

  test('comes in order, once, in one scheme, and while nothing else is on its way', async () => {
    const id = newId();
    const document = exampleDocument({ tracking: { id, version: '2' } });
    const { version } = await take(document);
    await expect(take(document)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining(`${id} [1.00]`),
    });
    const third = exampleDocument({ tracking: { id, version: '3' } });
    await expect(take(third)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('not published yet (draft)'),
    });
    await bring(version);
    for (const [wrong, said] of [
      ['1', 'older'],
      ['1.0.1', 'keeps to one way'],
    ] as const) {
      const out = exampleDocument({ tracking: { id, version: wrong } });
      await expect(take(out)).rejects.toMatchObject({
        code: 'conflict',
        message: expect.stringContaining(said),
      });
    }
    const changed = exampleDocument({ tracking: { id, version: '2' }, label: 'WHITE' });
    await expect(take(changed)).rejects.toMatchObject({ code: 'conflict' });
    expect((await take(third)).version.ordinal).toBe(1);
  });

  test('taken twice at once is taken once', async () => {
    const document = exampleDocument({ tracking: { id: newId() } });
    const attempts = await Promise.allSettled([take(document), take(document), take(document)]);
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = attempts.flatMap((each) =>
      each.status === 'rejected' ? [each.reason.code] : [],
    );
    expect(refused).toEqual(['conflict', 'conflict']);
  });

  test('without a label is AMBER until somebody decides', async () => {
    const document = exampleDocument({ tracking: { id: newId() }, label: null });
    const { version, advice } = await take(document);
    expect(version.tlp).toBe('AMBER');
    expect(advice).toContainEqual({ path: 'tlp', message: expect.stringContaining('AMBER') });
    const exported = await exportCsaf(hub, { versionId: version.id });
    expect(exported.document.distribution).toEqual({
      text: 'Share with those who run it.',
      tlp: { label: 'AMBER' },
    });
    expect(withoutGenerated(exported, document)).toStrictEqual(asImported(document));
  });

  test('under a tracking id that cannot stand in an address is refused', async () => {
    await expect(take(exampleDocument({ tracking: { id: 'EX 2024/1' } }))).rejects.toMatchObject({
      code: 'invalid',
      findings: [{ path: '/document/tracking/id', message: expect.stringContaining('letters') }],
    });
  });
});
