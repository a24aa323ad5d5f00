import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { applyImport } from '../../../src/audience/csv/apply-import.ts';
import { csvKinds } from '../../../src/audience/csv/kind.ts';
import { previewImport } from '../../../src/audience/csv/preview-import.ts';
import { readPublicKey } from '../../../src/openpgp-public-key.ts';
import { createOperator } from '../../support/audience.ts';
import { makeKey } from '../../support/openpgp-key.ts';
import { nothing, openOffice } from './office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;

beforeAll(async () => {
  office = await openOffice();
});

describe('what is exported', () => {
  const names = [
    '=1+1',
    '+plus',
    '-min',
    '@at',
    "'=quoted",
    '"quotes", commas; and\nlines',
    '＝wide',
    'é',
  ];

  test('holds no formula, and changes nothing when it comes back', async () => {
    const key = await readPublicKey((await makeKey()).publicKey);
    for (const name of names)
      await office.hub.sql`
        WITH o AS (INSERT INTO organisations (name, kind, sector) VALUES (${name}, 'partner', ${name}) RETURNING id),
             c AS (INSERT INTO contacts (name) VALUES (${name}) RETURNING id),
             p AS (INSERT INTO contact_organisations SELECT c.id, o.id, ${name}, 1 FROM c, o),
             a AS (INSERT INTO addresses (contact_id, channel, target, lane) SELECT id, 'phone', ${name}, 'phone' FROM c),
             k AS (INSERT INTO encryption_keys (contact_id, armored, fingerprint, algorithm, added_at)
                   SELECT id, ${key.armored}, ${key.fingerprint}, ${key.algorithm}, hub_now() FROM c)
        INSERT INTO software_uses (organisation_id, vendor, product, version, stated_at)
        SELECT id, ${name}, ${name}, ${name}, hub_now() FROM o`;
    for (const kind of csvKinds)
      for (const delimiter of [',', ';'] as const) {
        const csv = await office.exported(kind, delimiter);
        expect(csv.startsWith('\uFEFFid')).toBe(true);
        for (const cell of parse(csv, { bom: true, delimiter }).flat())
          expect(cell).not.toMatch(/^[=+\-@＝]/);
        const { counts: found, bad } = await office.preview(kind, csv);
        expect(bad.shown).toEqual([]);
        expect(found).toEqual({
          ...nothing,
          unchanged: (csv.match(/\r\n/g)?.length as number) - 1,
        });
        expect(found.unchanged).toBeGreaterThanOrEqual(names.length);
      }
  });

  test('says so in the audit trail', async () => {
    const [row] = await office.hub
      .sql`SELECT object FROM audit_entries WHERE action = 'export' LIMIT 1`;
    expect(row).toEqual({ object: 'organisations' });
  });
});

describe('an import', () => {
  const csv = 'name,kind\nWijziging,partner\n';

  test('is refused when the world changed since the preview, until it is previewed again', async () => {
    const { importId, digest } = await office.preview('organisations', csv);
    await office.hub.sql`INSERT INTO organisations (name, kind) VALUES ('Wijziging', 'csirt')`;
    const apply = (id: number | null, seen: string) =>
      applyImport(office.hub, {
        importId: id as number,
        digest: seen,
        operatorId: office.operatorId,
      });
    await expect(apply(importId, digest)).rejects.toMatchObject({ code: 'conflict' });
    expect(await office.hub.sql`SELECT kind FROM organisations WHERE name = 'Wijziging'`).toEqual([
      { kind: 'csirt' },
    ]);
    const again = await office.preview('organisations', csv);
    expect(again.counts).toEqual({ ...nothing, changed: 1 });
    await apply(again.importId, again.digest);
    await expect(apply(again.importId, again.digest)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('leaves a row for the look and one for the deed in the audit trail, and not the file', async () => {
    const { importId, digest } = await office.preview(
      'organisations',
      'name,kind\nSpoor,partner\n',
    );
    await applyImport(office.hub, {
      importId: importId as number,
      digest,
      operatorId: office.operatorId,
    });
    const object = `import:${importId}`;
    expect(
      await office.hub
        .sql`SELECT actor, action, detail FROM audit_entries WHERE object = ${object} ORDER BY id`,
    ).toMatchObject([
      { action: 'preview import' },
      {
        actor: `operator:${office.operatorId}`,
        action: 'import',
        detail: { kind: 'organisations', digest, ...nothing, added: 1 },
      },
    ]);
    expect(await office.hub.sql`SELECT content FROM imports WHERE id = ${importId}`).toEqual([
      { content: null },
    ]);
  });

  test('is an administrator’s, and its upload is nobody else’s', async () => {
    const others = {
      auditor: await createOperator(office.hub, 'Otto', [
        'auditor',
        'author',
        'approver',
        'duty officer',
      ]),
      administrator: await createOperator(office.hub, 'Pieter', ['administrator']),
    };
    const { importId, digest } = await office.preview(
      'organisations',
      'name,kind\nAnders,partner\n',
    );
    await expect(
      previewImport(office.hub, { kind: 'organisations', csv, operatorId: others.auditor }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      applyImport(office.hub, { kind: 'organisations', csv, digest, operatorId: others.auditor }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      applyImport(office.hub, {
        importId: importId as number,
        digest,
        operatorId: others.administrator,
      }),
    ).rejects.toMatchObject({ code: 'gone' });
  });

  test('keeps the five newest uploads of an operator', async () => {
    for (let n = 0; n < 7; n += 1) await office.preview('organisations', csv);
    const [kept] = await office.hub.sql`SELECT count(*)::int FROM imports WHERE applied_at IS NULL`;
    expect(kept).toEqual({ count: 5 });
  });

  test('of a hundred thousand and one rows is refused, with a hundred findings at most', async () => {
    const rows = Array.from(
      { length: 100_001 },
      (_, n) => `Bedrijf ${n},${n % 2 ? 'partner' : 'bakery'}`,
    );
    const { bad } = await office.preview('organisations', `name,kind\n${rows.join('\n')}\n`);
    expect(bad.total).toBe(50_001);
    expect(bad.shown).toHaveLength(100);
  });
});
