import { addContact } from '../audience/contact.ts';
import { disableAddress } from '../audience/disable-address.ts';
import { addOrganisation } from '../audience/organisation.ts';
import { stateSoftwareUse } from '../audience/state-software-use.ts';
import type { Hub } from '../hub.ts';
import type { Country, InventedContact, InventedOrganisation } from './country/invented.ts';
import { settleSubscribers } from './settle-subscribers.ts';
import { inTurn } from './world/in-turn.ts';

/** Ids by name of what was settled, and who entered it. */
export type Settled = {
  operatorId: number;
  organisations: Map<string, number>;
  contacts: Map<string, number>;
};

/** As many at a time as the hub has connections to spare. */
const atOnce = 8;

/** Enters the whole country, its organisations and contacts one by one through the hub's own verbs. */
export async function settleCountry(
  hub: Hub,
  { country, operatorId }: { country: Country; operatorId: number },
): Promise<Settled> {
  const settled: Settled = { operatorId, organisations: new Map(), contacts: new Map() };
  const { organisations, contacts, subscribers } = country;
  // Regulators and ministries are named by others, so they come first.
  const named = new Set(organisations.flatMap(({ parent, regulator }) => [parent, regulator]));
  const isNamed = ({ name }: InventedOrganisation) => named.has(name);
  const settle = (each: InventedOrganisation) => settleOrganisation(hub, each, settled);
  await inTurn(organisations.filter(isNamed), atOnce, settle);
  await inTurn(
    organisations.filter((each) => !isNamed(each)),
    atOnce,
    settle,
  );
  await inTurn(contacts, atOnce, (contact) => settleContact(hub, contact, settled));
  await settleSubscribers(hub, subscribers);
  return settled;
}

async function settleOrganisation(hub: Hub, each: InventedOrganisation, settled: Settled) {
  const { uses, parent, regulator, ...organisation } = each;
  const idOf = (name: string | undefined) => name && settled.organisations.get(name);
  const organisationId = await addOrganisation(hub, {
    ...organisation,
    ...(parent && { parentId: idOf(parent) as number }),
    ...(regulator && { regulatorId: idOf(regulator) as number }),
    operatorId: settled.operatorId,
  });
  settled.organisations.set(each.name, organisationId);
  for (const use of uses)
    await stateSoftwareUse(hub, { ...use, organisationId, operatorId: settled.operatorId });
}

async function settleContact(hub: Hub, contact: InventedContact, settled: Settled) {
  const { name, functional, language } = contact;
  const contactId = await addContact(hub, {
    name,
    functional,
    language,
    organisations: contact.organisations.map(({ name, ...duty }) => ({
      organisationId: settled.organisations.get(name) as number,
      ...duty,
    })),
    addresses: contact.addresses.map(({ temper: _, disabled: __, ...address }) => address),
    operatorId: settled.operatorId,
  });
  settled.contacts.set(name, contactId);
  for (const { target, disabled } of contact.addresses)
    if (disabled) {
      const addressId = await findAddress(hub, contactId, target);
      await disableAddress(hub, { addressId, reason: disabled, operatorId: settled.operatorId });
    }
}

async function findAddress({ sql }: Hub, contactId: number, target: string): Promise<number> {
  const [address] = await sql<[{ id: number }]>`
    SELECT id FROM addresses WHERE contact_id = ${contactId} AND target = ${target}`;
  return address.id;
}
