import type { Language } from '../../src/advisory/language.ts';
import type { Kind } from '../../src/audience/kind.ts';
import type { Hub } from '../../src/hub.ts';

/** Organisations and their people, one at a time, straight into their rows. */

type Organisation = { name: string; kind?: Kind; sector?: string };

export async function createOrganisation({ sql }: Hub, organisation: Organisation) {
  const { name, kind = 'vital provider', sector = 'energy' } = organisation;
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO organisations (name, kind, sector) VALUES (${name}, ${kind}, ${sector}) RETURNING id`;
  return row.id;
}

type Contact = {
  name: string;
  organisationIds: number[];
  functional?: boolean;
  language?: Language;
  role?: string;
  phoneOrder?: number;
};

export async function createContact({ sql }: Hub, contact: Contact): Promise<number> {
  const { name, organisationIds, functional = false, language = 'nl' } = contact;
  const { role = 'CISO', phoneOrder = 1 } = contact;
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO contacts (name, functional, language) VALUES (${name}, ${functional}, ${language}) RETURNING id`;
  await sql`
    INSERT INTO contact_organisations (contact_id, organisation_id, role, phone_order)
    SELECT ${row.id}, o, ${role}, ${phoneOrder} FROM unnest(${organisationIds}::int[]) AS o`;
  return row.id;
}

type Address = { contactId: number; channel?: string; target: string; preference?: number };

export async function createAddress({ sql }: Hub, address: Address): Promise<number> {
  const { contactId, channel = 'email', target, preference = 0 } = address;
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO addresses (contact_id, channel, target, lane, preference, verified_at)
    VALUES (${contactId}, ${channel}, ${target}, ${channel}, ${preference}, hub_now()) RETURNING id`;
  return row.id;
}

export async function createOperator({ sql }: Hub, name: string, roles = ['duty officer']) {
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO operators (name, email, roles, language, created_at)
    VALUES (${name}, ${`${name.toLowerCase()}@csirt.test`}, ${roles}, 'en', hub_now()) RETURNING id`;
  return row.id;
}
