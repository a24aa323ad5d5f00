import { stringify } from 'csv-stringify/sync';
import { beforeAll, expect, test } from 'vitest';
import { findEncryptionKey } from '../../../src/audience/encryption-key.ts';
import { readPublicKey } from '../../../src/openpgp-public-key.ts';
import { makeKey, makeKeyEnding } from '../../support/openpgp-key.ts';
import { nothing, openOffice } from './office.ts';

let office: Awaited<ReturnType<typeof openOffice>>;
const ids: Record<string, number> = {};
const [one, two] = [await makeKey(), await makeKey()];
const fingerprint = (await readPublicKey(one.publicKey)).fingerprint;

beforeAll(async () => {
  office = await openOffice();
  await office.take('organisations', 'name,kind\nNetbeheer,vital provider\nWater,vital provider\n');
  await office.take(
    'contacts',
    'name,organisation,role\nKarim,Netbeheer,CISO\nKarim,Water,CISO\nEline,Water,CISO\n',
  );
  const contacts = office.hub.sql<{ id: number; name: string; at: string }[]>`
    SELECT c.id, c.name, o.name AS at FROM contacts c
    JOIN contact_organisations co ON co.contact_id = c.id JOIN organisations o ON o.id = co.organisation_id`;
  for (const { id, name, at } of await contacts) ids[`${name} of ${at}`] = id;
});

const keyOf = (who: string) => findEncryptionKey(office.hub.sql, ids[who] as number);
/** A file as a spreadsheet writes it. */
const file = (...rows: Record<string, unknown>[]) =>
  stringify(rows, {
    header: true,
    columns: ['id', 'contact', 'organisation', 'fingerprint', 'key', 'remove'],
  });

test('keys are given by name or number, replaced and taken away; the others stay as they are', async () => {
  const spoken = `0x${fingerprint.toLowerCase().replace(/.{4}/g, '$& ')}`;
  const karim = { contact: 'Karim', organisation: 'Netbeheer', key: one.publicKey };
  const first = file(
    { ...karim, fingerprint: spoken },
    { id: ids['Eline of Water'], key: two.publicKey.replaceAll('\n', '\r\n') },
  );
  expect(await office.take('encryption-keys', first)).toEqual({ ...nothing, added: 2 });
  expect(await keyOf('Karim of Netbeheer')).toMatchObject({ fingerprint, state: 'usable' });
  expect(await keyOf('Karim of Water')).toBeNull();
  expect(await office.take('encryption-keys', first)).toEqual({ ...nothing, unchanged: 2 });
  const next = file({ ...karim, key: two.publicKey }, { id: ids['Eline of Water'], remove: 'yes' });
  const { counts, examples } = await office.preview('encryption-keys', next);
  expect(counts).toEqual({ ...nothing, changed: 1, removed: 1 });
  expect(examples[0]?.before).toEqual({ fingerprint });
  expect(JSON.stringify(examples)).not.toContain('BEGIN');
  await office.take('encryption-keys', next);
  expect(await keyOf('Karim of Netbeheer')).not.toMatchObject({ fingerprint });
  expect(await keyOf('Eline of Water')).toBeNull();
  const [kept] = await office.hub.sql`
    SELECT count(*)::int AS all, count(removed_at)::int AS removed FROM encryption_keys`;
  expect(kept).toEqual({ all: 3, removed: 2 });
});

test('the key of somebody whose key ended is one more, and the export holds what is in use', async () => {
  const eline = { contact: 'Eline', organisation: 'Water' };
  const ending = await readPublicKey((await makeKeyEnding(20)).publicKey);
  await office.hub.sql`
    INSERT INTO encryption_keys (contact_id, armored, fingerprint, algorithm, ends_at, added_at)
    VALUES (${ids['Eline of Water'] as number}, ${ending.armored}, ${ending.fingerprint}, 'x', now() - interval '1 day', hub_now())`;
  expect(await office.exported('encryption-keys')).not.toContain('Eline');
  const csv = file({ ...eline, key: one.publicKey });
  expect(await office.take('encryption-keys', csv)).toEqual({ ...nothing, added: 1 });
  expect(await keyOf('Eline of Water')).toMatchObject({ fingerprint, state: 'usable' });
  expect(await office.exported('encryption-keys')).toContain(fingerprint);
});

test('what will not do is named by line and column, nothing is stored, and a secret is not repeated', async () => {
  const before = await office.exported('encryption-keys');
  const water = { contact: 'Karim', organisation: 'Water' };
  const csv = file(
    { ...water, key: 'hush' },
    { ...water, key: one.privateKey },
    { ...water, key: (await makeKeyEnding(-1)).publicKey },
    { ...water, key: two.publicKey, fingerprint },
    { ...water, key: two.publicKey, fingerprint: '1234' },
    { ...water },
    { contact: 'Nobody', organisation: 'Water', key: one.publicKey },
    { key: one.publicKey },
    { ...water, key: one.publicKey },
    { id: ids['Karim of Water'], key: two.publicKey },
    { ...water, id: ids['Eline of Water'], key: two.publicKey },
    { id: 9999, key: two.publicKey },
  );
  const said = (await office.badOf('encryption-keys', csv)).map((line) =>
    line.replace(/^line \d+, /, ''),
  );
  expect(said).toEqual([
    expect.stringMatching(/^key: .*cannot be read/),
    expect.stringMatching(/^key: .*SECRET/),
    expect.stringMatching(/^key: .*ended on/),
    expect.stringMatching(/^fingerprint: is not that of the key, which is [0-9A-F]{40}/),
    'fingerprint: must be a fingerprint of 40 or 64 hexadecimal digits, or empty (it is "1234")',
    'key: is empty: give the public key, or yes under remove',
    'contact: There is no contact called "Nobody" at this organisation: import the contacts first.',
    'contact: Whose key is this? Give a contact’s id, or a contact and its organisation.',
    expect.stringMatching(/^contact: The key of this contact stands in line \d+ too\.$/),
    'contact: Contact 3 is called "Eline".',
    'id: There is no contact with id 9999.',
  ]);
  const everything = `${said.join()}${office.hub.lines.join()}`;
  expect(everything).not.toContain(one.privateKey.split('\n')[3]);
  const [uploads] = await office.hub.sql`
    SELECT count(*)::int AS secret FROM imports WHERE convert_from(content, 'UTF8') LIKE '%PRIVATE%'`;
  expect(uploads).toEqual({ secret: 0 });
  expect(await office.exported('encryption-keys')).toBe(before);
});

test('a file holds a thousand keys', async () => {
  const crowd = await office.hub.sql<{ id: number }[]>`
    INSERT INTO contacts (name) SELECT 'contact ' || n FROM generate_series(1, 1001) n RETURNING id`;
  const csv = file(...crowd.map(({ id }) => ({ id, key: one.publicKey })));
  const [said, ...others] = await office.badOf('encryption-keys', csv);
  expect(others).toEqual([]);
  expect(said).toMatch(/^line \d+: A file holds at most 1000 rows: split it\.$/);
});
