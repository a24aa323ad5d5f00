import { beforeAll, expect, test } from 'vitest';
import { listOpenTasks } from '../../src/acknowledgement/list-tasks.ts';
import { addContact } from '../../src/audience/contact.ts';
import { findEncryptionKey } from '../../src/audience/encryption-key.ts';
import { addOrganisation } from '../../src/audience/organisation.ts';
import { warnOfEndingKeys } from '../../src/audience/warn-of-ending-keys.ts';
import { createApp } from '../../src/http/app.tsx';
import { hirePeople, type People } from '../advisory/people.ts';
import { type ApiVisitor, createApiVisitor } from '../support/api-visitor.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { makeKey, makeKeyEnding } from '../support/openpgp-key.ts';
import { keyFor, signIn } from '../support/sign-in.ts';
import { createVisitor, firefox } from '../support/visitor.ts';

let hub: TestHub;
let people: People;
let fatima: ApiVisitor;
let organisationId: number;
const karim = await makeKey();

beforeAll(async () => {
  const own = (await makeKeyEnding(20)).privateKey;
  hub = await openTestHub({ openpgp: { key: own, passphrase: undefined } });
  people = await hirePeople(hub);
  fatima = await createApiVisitor(
    createApp(() => hub),
    await keyFor(hub, people.fatima),
  );
  const water = { name: 'Waternet', kind: 'vital provider' as const, operatorId: people.fatima };
  organisationId = await addOrganisation(hub, water);
});

async function addPerson(name: string) {
  const target = `${name.toLowerCase()}@provider.test`;
  const contactId = await addContact(hub, {
    name,
    organisations: [{ organisationId, role: 'CISO' }],
    addresses: [{ channel: 'email', target, verified: true }],
    operatorId: people.fatima,
  });
  return { contactId, at: `/contacts/${contactId}/encryption-key` };
}

test('a key is given, shown, replaced and taken away, each with its row in the audit trail', async () => {
  const { contactId, at } = await addPerson('Karim');
  expect((await fatima.get(at)).status).toBe(404);
  const given = await fatima.put(at, { armoredKey: karim.publicKey });
  expect(given.body).toMatchObject({ state: 'usable', endsAt: null });
  expect((await fatima.get(at)).body).toEqual(given.body);
  expect((await fatima.put(at, { armoredKey: karim.publicKey })).body).toEqual(given.body);
  const other = await fatima.put(at, { armoredKey: (await makeKey()).publicKey });
  expect(other.body.fingerprint).not.toBe(given.body.fingerprint);
  expect((await fatima.remove(at)).status).toBe(204);
  expect((await fatima.remove(at)).status).toBe(404);
  expect(await findEncryptionKey(hub.sql, contactId)).toBeNull();
  const rows = await hub.sql<{ action: string }[]>`
    SELECT action FROM audit_entries WHERE object = ${`contact:${contactId}`} AND action LIKE '%key' ORDER BY id`;
  expect(rows.map(({ action }) => action)).toEqual(['set key', 'set key', 'remove key']);
});

test('what is refused is said at its field, and a secret key is neither kept nor shown again', async () => {
  const { contactId, at } = await addPerson('Eline');
  const long = await fatima.put(at, { armoredKey: 'x'.repeat(50_001), colour: 'red' });
  expect(long.status).toBe(400);
  expect(long.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
    'armoredKey',
    'colour',
  ]);
  const secret = karim.privateKey;
  const answer = await fatima.put(at, { armoredKey: secret });
  expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'armoredKey']);
  const visitor = createVisitor(
    createApp(() => hub),
    {
      ...firefox,
      ...(await signIn(hub, people.fatima)),
    },
  );
  const page = await visitor.open(`/console/contacts/${contactId}/key?language=nl`, {
    method: 'POST',
    body: new URLSearchParams({ armoredKey: secret }),
  });
  expect(page.status).toBe(400);
  expect(page.html).toContain('Dit is een GEHEIME sleutel.');
  const line = secret.split('\n')[3] as string;
  expect(line.length).toBeGreaterThan(40);
  for (const text of [page.html, JSON.stringify(answer.body), hub.lines.join()])
    expect(text).not.toContain(line);
  const [stored] =
    await hub.sql`SELECT count(*)::int AS count FROM encryption_keys WHERE contact_id = ${contactId}`;
  expect(stored?.count).toBe(0);
});

test('the page of a contact shows the key, and takes another', async () => {
  const { contactId } = await addPerson('Sanne');
  const visitor = createVisitor(
    createApp(() => hub),
    {
      ...firefox,
      ...(await signIn(hub, people.fatima)),
    },
  );
  const page = `/console/contacts/${contactId}`;
  const post = (path: string, fields: Record<string, string>) =>
    visitor.open(`${page}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
  expect((await visitor.open(page)).html).toMatch(/Geen sleutel|No key/);
  expect((await post('/key', { armoredKey: karim.publicKey })).status).toBe(303);
  const fingerprint = (await findEncryptionKey(hub.sql, contactId))?.fingerprint ?? '';
  expect((await visitor.open(page)).html).toContain(fingerprint.replace(/.{4}(?=.)/g, '$& '));
  expect((await post('/key/remove', {})).status).toBe(303);
  expect((await visitor.open(page)).html).not.toContain(fingerprint.slice(0, 4));
});

test('thirty days before a key ends the duty officer is told, once; of the hub’s own as well', async () => {
  const soon = await addPerson('Ruben');
  const late = await addPerson('Mees');
  await fatima.put(soon.at, { armoredKey: (await makeKeyEnding(29)).publicKey });
  await fatima.put(late.at, { armoredKey: (await makeKeyEnding(31)).publicKey });
  expect((await fatima.get(soon.at)).body.state).toBe('ends soon');
  expect(await warnOfEndingKeys(hub)).toBe(2);
  expect(await warnOfEndingKeys(hub)).toBe(0);
  const tasks = await listOpenTasks(hub.sql, 10);
  expect(tasks).toMatchObject([
    { kind: 'key expires', contact: 'Ruben', organisations: ['Waternet'] },
    { kind: 'key expires', contact: null, subject: expect.stringMatching(/^OPENPGP_KEY:/) },
  ]);
  await hub.sql`UPDATE tasks SET closed_at = hub_now(), closed_by = ${people.dewi}, remark = 'asked'`;
  expect(await warnOfEndingKeys(hub)).toBe(0);
  await fatima.put(soon.at, { armoredKey: (await makeKeyEnding(10)).publicKey });
  expect(await warnOfEndingKeys(hub)).toBe(1);
});
