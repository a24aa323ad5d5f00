import { beforeAll, describe, expect, test } from 'vitest';
import { applyImport } from '../../../src/audience/csv/apply-import.ts';
import { nothing, openOffice } from './office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;

beforeAll(async () => {
  office = await openOffice();
});

describe('organisations', () => {
  test('are added with parents and regulators that come later in the file', async () => {
    const csv = [
      'name;kind;sector;parent;regulator;TLP ceiling;own use since',
      'Agentschap;central government;;Ministerie;;tlp:amber;',
      'Netbeheer;Vital provider;energie;;Toezicht;;',
      'Toezicht;regulator;energie;;;;',
      'Ministerie;central government;;;;;2020-01-17',
    ].join('\r\n');
    expect(await office.take('organisations', csv)).toEqual({ ...nothing, added: 4 });
    const rows = await office.hub.sql`
      SELECT o.name, p.name AS parent, r.name AS regulator, o.tlp_ceiling, o.language, o.own_use_since::text
      FROM organisations o LEFT JOIN organisations p ON p.id = o.parent_id LEFT JOIN organisations r ON r.id = o.regulator_id
      ORDER BY o.id`;
    const other = {
      parent: null,
      regulator: null,
      tlpCeiling: 'RED',
      language: 'nl',
      ownUseSince: null,
    };
    expect(rows).toEqual([
      { ...other, name: 'Agentschap', parent: 'Ministerie', tlpCeiling: 'AMBER' },
      { ...other, name: 'Netbeheer', regulator: 'Toezicht' },
      { ...other, name: 'Toezicht' },
      { ...other, name: 'Ministerie', ownUseSince: '2020-01-17' },
    ]);
  });

  test('the preview names what changes from what to what, and stores nothing', async () => {
    const csv =
      'name,kind,sector\nNetbeheer,partner,energie\nNieuw,csirt,\nToezicht,regulator,energie\n';
    const shown = await office.preview('organisations', csv);
    expect(shown.counts).toEqual({ ...nothing, added: 1, changed: 1, unchanged: 1 });
    expect(shown.examples).toMatchObject([
      {
        line: 2,
        action: 'changed',
        before: { kind: 'vital provider' },
        cells: { name: 'Netbeheer', kind: 'partner' },
      },
      { line: 3, action: 'added', before: {}, cells: { name: 'Nieuw', kind: 'csirt' } },
    ]);
    expect(
      await office.hub.sql`SELECT kind FROM organisations WHERE name IN ('Netbeheer', 'Nieuw')`,
    ).toEqual([{ kind: 'vital provider' }]);
  });

  test('swap names by their ids, lose a sector by an empty cell, and keep a language by one', async () => {
    await office.take(
      'organisations',
      'name,kind,sector,language\nEerste,partner,a,en\nTweede,partner,b,nl\n',
    );
    const [one, two] = await office.hub.sql<{ id: number }[]>`
      SELECT id FROM organisations WHERE name IN ('Eerste', 'Tweede') ORDER BY name`;
    const csv = `id,name,kind,sector,language\n${one?.id},Tweede,partner,,\n${two?.id},Eerste,partner,b,\n`;
    expect(await office.take('organisations', csv)).toEqual({ ...nothing, changed: 2 });
    expect(
      await office.hub
        .sql`SELECT name, sector, language FROM organisations WHERE id = ${one?.id as number}`,
    ).toEqual([{ name: 'Tweede', sector: null, language: 'en' }]);
  });

  test('go only where the file says so', async () => {
    expect(
      await office.take(
        'organisations',
        'name,kind,remove\nEerste,partner,ja\nTweede,partner,no\n',
      ),
    ).toEqual({ ...nothing, removed: 1, unchanged: 1 });
    const removed = await office.hub
      .sql`SELECT name FROM organisations WHERE removed_at IS NOT NULL`;
    expect(removed).toEqual([{ name: 'Eerste' }]);
  });

  test('every bad row is named by line and column, and nothing of the file is taken', async () => {
    const csv = [
      'id,name,kind,parent,regulator,language,remove',
      '999,Geen,partner,,,,',
      ',Eerste,partner,,,,',
      ',"Twee\nregels",bakery,,,fr,misschien',
      ',Goed,partner,Niemand,Netbeheer,,',
      ',Goed,partner,,,,',
      ',Weg,partner,,,,yes',
      ',,partner,,,,',
      ',Kort,partner',
      ',Kring,partner,Ring,,,',
      ',Ring,partner,Kring,,,',
      'x,Ministerie,central government,Agentschap,,,',
      ',Ministerie,central government,Agentschap,,,',
    ].join('\n');
    expect(await office.badOf('organisations', csv)).toEqual([
      'line 2, id: There is no organisation with id 999.',
      'line 3, name: An organisation that was removed has this name: restore that one, or choose another.',
      'line 4, remove: must be yes or no (it is "misschien")',
      expect.stringMatching(
        /^line 4, kind: must be one of central government, .* \(it is "bakery"\)$/,
      ),
      'line 4, language: must be nl or en (it is "fr")',
      'line 6, parent: There is no organisation called "Niemand", in this file or before it.',
      'line 6, regulator: "Netbeheer" is no regulator.',
      'line 7, name: This organisation stands in line 6 too.',
      'line 8, remove: There is nothing here to remove.',
      'line 9, name: is empty: it must be a name of 1 to 200 characters',
      'line 10: This record has 3 cells, the header 7.',
      'line 11, parent: Up from here comes back here: Kring → Ring.',
      'line 13, id: must be a number that this hub gave, or empty (it is "x")',
      'line 14, name: This organisation stands in line 13 too.',
      'line 14, parent: Up from here comes back here: Ministerie → Agentschap.',
    ]);
    const { importId } = await office.preview('organisations', csv);
    expect(importId).toBeNull();
    const apply = applyImport(office.hub, {
      kind: 'organisations',
      csv,
      digest: '',
      operatorId: office.operatorId,
    });
    await expect(apply).rejects.toMatchObject({ code: 'invalid', findings: { length: 15 } });
    expect(await office.hub.sql`SELECT 1 FROM organisations WHERE name = 'Goed'`).toEqual([]);
  });
});
