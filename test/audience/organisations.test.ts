import { beforeAll, expect, test } from 'vitest';
import { addAddress } from '../../src/audience/add-address.ts';
import { changeAddress } from '../../src/audience/change-address.ts';
import { changeContact } from '../../src/audience/change-contact.ts';
import { changeOrganisation } from '../../src/audience/change-organisation.ts';
import { addContact, findContact } from '../../src/audience/contact.ts';
import { disableAddress } from '../../src/audience/disable-address.ts';
import { enableAddress } from '../../src/audience/enable-address.ts';
import { endSoftwareUse } from '../../src/audience/end-software-use.ts';
import { linkContact } from '../../src/audience/link-contact.ts';
import { listAddresses } from '../../src/audience/list-addresses.ts';
import { listContacts } from '../../src/audience/list-contacts.ts';
import { listOrganisations } from '../../src/audience/list-organisations.ts';
import { listSoftwareUses } from '../../src/audience/list-software-uses.ts';
import { addOrganisation, findOrganisation } from '../../src/audience/organisation.ts';
import { removeContact } from '../../src/audience/remove-contact.ts';
import { removeOrganisation } from '../../src/audience/remove-organisation.ts';
import { restoreOrganisation } from '../../src/audience/restore-organisation.ts';
import { stateSoftwareUse } from '../../src/audience/state-software-use.ts';
import { unlinkContact } from '../../src/audience/unlink-contact.ts';
import { hirePeople, type People } from '../advisory/people.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let hub: TestHub;
let people: People;
let operatorId: number;
/** Names are told apart by their test. */
const all = { after: null, limit: 100 };

beforeAll(async () => {
  hub = await openTestHub();
  people = await hirePeople(hub);
  operatorId = people.fatima;
});

const addProvider = (name: string, more: object = {}) =>
  addOrganisation(hub, { name, kind: 'vital provider', sector: 'water', operatorId, ...more });

async function addMailbox(name: string, organisationId: number, more: object = {}) {
  const target = `${name.toLowerCase()}@example.nl`;
  const contactId = await addContact(hub, {
    name,
    organisations: [{ organisationId, role: 'CISO' }],
    addresses: [{ channel: 'email', target, verified: true, ...more }],
    operatorId,
  });
  const [address] = await hub.sql<[{ id: number }]>`
    SELECT id FROM addresses WHERE contact_id = ${contactId}`;
  return { contactId, addressId: address.id };
}

test('an organisation changes by what is given, and only for who saw it as it stands', async () => {
  const organisationId = await addProvider('Drinkwater');
  const seen = await findOrganisation(hub.sql, organisationId);
  const change = (fields: object) =>
    changeOrganisation(hub, { organisationId, operatorId, expected: seen.revision, ...fields });
  const changed = await change({ sector: null, ownUseSince: '2020-01-17' });
  expect(changed).toMatchObject({ name: 'Drinkwater', sector: null, ownUseSince: '2020-01-17' });
  expect(changed.revision).not.toBe(seen.revision);
  await expect(change({ name: 'Lost' })).rejects.toMatchObject({ code: 'precondition_failed' });
  const nothing = await changeOrganisation(hub, { organisationId, operatorId });
  expect(nothing).toEqual(changed);
  await addProvider('Taken');
  const taken = changeOrganisation(hub, { organisationId, operatorId, name: 'Taken' });
  await expect(taken).rejects.toMatchObject({ code: 'conflict' });
});

test('of two who change at once what both saw, one is told', async () => {
  const organisationId = await addProvider('Contested');
  const { revision } = await findOrganisation(hub.sql, organisationId);
  const changes = ['energy', 'telecom'].map((sector) =>
    changeOrganisation(hub, { organisationId, operatorId, expected: revision, sector }),
  );
  const outcomes = await Promise.allSettled(changes);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('parents and regulators exist, and nobody is its own ancestor', async () => {
  const ministry = await addProvider('Ministry');
  const agency = await addProvider('Agency', { parentId: ministry });
  const findingsOf = (fields: object) =>
    changeOrganisation(hub, { organisationId: ministry, operatorId, ...fields }).then(
      () => [],
      (error) => error.findings.map(({ path }: { path: string }) => path),
    );
  expect(await findingsOf({ parentId: agency, regulatorId: agency })).toEqual([
    'parentId',
    'regulatorId',
  ]);
  expect(await findingsOf({ parentId: ministry })).toEqual(['parentId']);
  expect(await findingsOf({ parentId: 999_999 })).toEqual(['parentId']);
  await expect(addProvider('Orphan', { parentId: 999_999 })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('removing tells what follows, can be undone, and leaves no list with it', async () => {
  const organisationId = await addProvider('Leaving');
  const { contactId } = await addMailbox('Leaver', organisationId);
  await addProvider('Child of Leaving', { parentId: organisationId });
  const follows = await removeOrganisation(hub, { organisationId, operatorId });
  expect(follows).toMatchObject({ contacts: 1, idle: 1, children: 1, regulated: 0, audiences: [] });
  const names = async (filter: object) =>
    (await listOrganisations(hub.sql, { search: 'leaving', ...filter }, all)).map((o) => o.name);
  expect(await names({})).toEqual(['Child of Leaving']);
  expect(await names({ removed: true })).toEqual(['Leaving']);
  const again = removeOrganisation(hub, { organisationId, operatorId });
  await expect(again).rejects.toMatchObject({ code: 'gone' });
  const link = linkContact(hub, { contactId, organisationId, role: 'SOC', operatorId });
  await expect(link).rejects.toMatchObject({ code: 'invalid' });
  await restoreOrganisation(hub, { organisationId, operatorId });
  expect(await names({})).toEqual(['Child of Leaving', 'Leaving']);
});

test('a contact gets and loses roles; whoever saw the others is told that they changed', async () => {
  const [first, second] = [await addProvider('First'), await addProvider('Second')];
  const { contactId } = await addMailbox('Shared', first);
  const seen = await findContact(hub.sql, contactId);
  const linked = await linkContact(hub, {
    contactId,
    organisationId: second,
    role: 'SOC',
    phoneOrder: 3,
    operatorId,
  });
  expect(
    linked.organisations.map(({ name, role, phoneOrder }) => [name, role, phoneOrder]),
  ).toEqual([
    ['First', 'CISO', 1],
    ['Second', 'SOC', 3],
  ]);
  const stale = changeContact(hub, { contactId, operatorId, expected: seen.revision, name: 'X' });
  await expect(stale).rejects.toMatchObject({ code: 'precondition_failed' });
  const role = { contactId, organisationId: second, operatorId };
  const reordered = await linkContact(hub, { ...role, role: 'SOC', phoneOrder: 1 });
  expect(reordered.organisations[1]).toMatchObject({ phoneOrder: 1 });
  const { contact } = await unlinkContact(hub, { ...role, expected: reordered.revision });
  expect(contact.organisations.map(({ name }) => name)).toEqual(['First']);
  await expect(unlinkContact(hub, role)).rejects.toMatchObject({ code: 'not_found' });
  await unlinkContact(hub, { contactId, organisationId: first, operatorId });
  const idle = await listContacts(hub.sql, { idle: true, search: 'shared' }, all);
  expect(idle.map(({ id }) => id)).toEqual([contactId]);
  await removeContact(hub, { contactId, operatorId });
  expect(await listContacts(hub.sql, { search: 'shared' }, all)).toEqual([]);
  const late = addAddress(hub, {
    contactId,
    address: { channel: 'phone', target: '+31 70 1' },
    operatorId,
  });
  await expect(late).rejects.toMatchObject({ code: 'gone' });
});

test('an address changes all but where it leads, goes out of use and comes back', async () => {
  const organisationId = await addProvider('Reachable');
  const { contactId, addressId } = await addMailbox('Karim', organisationId);
  const changed = await changeAddress(hub, {
    addressId,
    preference: 2,
    tlpCeiling: 'GREEN',
    verified: false,
    operatorId,
  });
  expect(changed).toMatchObject({ preference: 2, tlpCeiling: 'GREEN', verifiedAt: null });
  const verified = await changeAddress(hub, { addressId, verified: true, operatorId });
  expect(verified).toMatchObject({ preference: 2, verifiedAt: expect.any(Date) });
  const elsewhere = { addressId, target: 'other@example.nl', operatorId } as {
    addressId: number;
    operatorId: number;
  };
  await expect(changeAddress(hub, elsewhere)).rejects.toMatchObject({ code: 'invalid' });
  const phone = { channel: 'phone' as const, target: '+31 70 000 0000' };
  await addAddress(hub, { contactId, address: phone, operatorId });
  const reach = async () => {
    const [found] = await listOrganisations(hub.sql, { search: 'reachable' }, all);
    return found?.workingAddresses;
  };
  expect(await reach()).toBe(1);
  const disabled = await disableAddress(hub, { addressId, reason: 'it bounces', operatorId });
  expect(disabled).toMatchObject({ disabledReason: 'it bounces' });
  expect(await reach()).toBe(0);
  const lost = await listOrganisations(hub.sql, { unreachable: true, search: 'reachable' }, all);
  expect(lost.map(({ id }) => id)).toEqual([organisationId]);
  const states = async () =>
    (await listAddresses(hub.sql, { organisationId }, all)).map(({ channel, state }) => [
      channel,
      state,
    ]);
  expect(await states()).toEqual([
    ['email', 'disabled'],
    ['phone', 'unverified'],
  ]);
  const enabled = await enableAddress(hub, { addressId, expected: disabled.revision, operatorId });
  expect(enabled).toMatchObject({ disabledAt: null, disabledReason: null });
  expect(await states()).toEqual([
    ['phone', 'unverified'],
    ['email', 'working'],
  ]);
});

test('what an organisation runs is stated and ended, and stays on record', async () => {
  const organisationId = await addProvider('Runner');
  const stated = { organisationId, vendor: 'Nettech', product: 'Poort', operatorId };
  const softwareUseId = await stateSoftwareUse(hub, stated);
  const list = (filter: object) => listSoftwareUses(hub.sql, { organisationId, ...filter }, all);
  expect(await list({ search: 'poo' })).toMatchObject([
    { organisation: 'Runner', product: 'Poort' },
  ]);
  const ended = await endSoftwareUse(hub, { softwareUseId, operatorId });
  expect(await endSoftwareUse(hub, { softwareUseId, operatorId })).toEqual(ended);
  expect(await list({})).toEqual([]);
  expect(await list({ ended: true })).toEqual([ended]);
  const nobody = stateSoftwareUse(hub, { ...stated, organisationId: 999_999 });
  await expect(nobody).rejects.toMatchObject({ code: 'invalid' });
});

test('pages of a list follow each other by name without a gap, and wildcards are letters', async () => {
  for (const name of ['page 100% b', 'Page a', 'page C', 'PAGE d']) await addProvider(name);
  const names: string[] = [];
  for (let after: number | null = null; ; ) {
    const page = await listOrganisations(hub.sql, { search: 'page ' }, { after, limit: 3 });
    names.push(...page.map(({ name }) => name));
    if (page.length < 3) break;
    after = page.at(-1)?.id ?? null;
  }
  expect(names).toEqual(['page 100% b', 'Page a', 'page C', 'PAGE d']);
  const literal = await listOrganisations(hub.sql, { search: 'E 100%' }, all);
  expect(literal.map(({ name }) => name)).toEqual(['page 100% b']);
});

test('nobody but an administrator changes anything, and each change leaves its row', async () => {
  const organisationId = await addProvider('Guarded');
  const { contactId, addressId } = await addMailbox('Guard', organisationId);
  for (const someone of [people.anouk, people.pieter, people.dewi]) {
    const outcomes = await Promise.allSettled([
      changeOrganisation(hub, { organisationId, name: 'X', operatorId: someone }),
      removeOrganisation(hub, { organisationId, operatorId: someone }),
      changeContact(hub, { contactId, name: 'X', operatorId: someone }),
      removeContact(hub, { contactId, operatorId: someone }),
      linkContact(hub, { contactId, organisationId, role: 'SOC', operatorId: someone }),
      unlinkContact(hub, { contactId, organisationId, operatorId: someone }),
      changeAddress(hub, { addressId, preference: 1, operatorId: someone }),
      disableAddress(hub, { addressId, reason: 'x', operatorId: someone }),
    ]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'forbidden' } });
  }
  await changeContact(hub, { contactId, language: 'en', operatorId });
  const [row] =
    await hub.sql`SELECT actor, action, object, detail FROM audit_entries ORDER BY id DESC LIMIT 1`;
  expect(row).toEqual({
    actor: `operator:${operatorId}`,
    action: 'change',
    object: `contact:${contactId}`,
    detail: { fields: ['language'] },
  });
});
