import { z } from 'zod';
import { type Language, languages } from '../advisory/language.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { addressInput, insertAddress } from './address.ts';
import { asAdministrator } from './as-administrator.ts';
import { requireOrganisations } from './require-organisations.ts';
import type { Revised } from './revision.ts';

/** For whom it is a contact, in which role, and its place in the phone order (1 is called first). */
export type Duty = { organisationId: number; name: string; role: string; phoneOrder: number };

export type Contact = Revised & {
  id: number;
  name: string;
  functional: boolean;
  language: Language;
  removedAt: Date | null;
  organisations: Duty[];
};

/** What is entered of a contact itself. */
export const contactFields = {
  name: z.string().trim().min(1).max(200),
  functional: z.boolean(),
  language: z.enum(languages),
};

/** What is entered of a contact's place at an organisation. */
export const dutyFields = {
  organisationId: z.int().positive(),
  role: z.string().trim().min(1).max(50),
  phoneOrder: z.int().min(1).max(99).default(1),
};

/** A contact as it is entered; `audience/csv/` reads its rows with it too. */
export const contactInput = z.strictObject({
  ...contactFields,
  functional: contactFields.functional.default(false),
  language: contactFields.language.default('nl'),
  organisations: z.array(z.strictObject(dutyFields)).min(1).max(1000),
  addresses: z.array(addressInput).max(20).default([]),
  operatorId: z.int().positive(),
});

/** Adds a contact with its organisations and addresses, all or nothing; the promise is its id. @throws HubError invalid | conflict */
export async function addContact(hub: Hub, raw: z.input<typeof contactInput>): Promise<number> {
  const { operatorId, organisations, addresses, ...contact } = parse(contactInput, raw);
  return asAdministrator(hub, operatorId, async (sql) => {
    const organisationIds = organisations.map((duty) => duty.organisationId);
    await requireOrganisations(
      sql,
      organisationIds,
      (_, index) => `organisations.${index}.organisationId`,
    );
    const [row] = await sql<{ id: number }[]>`INSERT INTO contacts ${sql(contact)} RETURNING id`;
    const contactId = row?.id as number;
    await sql`
      INSERT INTO contact_organisations
      ${sql(organisations.map((duty) => ({ contactId, ...duty })))}
      ON CONFLICT DO NOTHING`;
    for (const address of addresses) await insertAddress(sql, { contactId }, address);
    const detail = { organisations: organisationIds, addresses: addresses.length };
    return { value: contactId, entry: { action: 'add', object: `contact:${contactId}`, detail } };
  });
}

/** A contact as it stands, also a removed one. @throws HubError not_found */
export async function findContact(sql: Sql, contactId: number): Promise<Contact> {
  const [contact] = await sql<Contact[]>`
    SELECT c.*, c.xmin::text AS revision, ${dutiesOf(sql)} AS organisations
    FROM contacts c WHERE c.id = ${contactId}`;
  if (!contact) throw new HubError('not_found', `There is no contact with id ${contactId}.`);
  return contact;
}

/** The same, held until the transaction ends. @throws HubError not_found */
export async function lockContact(sql: Sql, contactId: number): Promise<Contact> {
  await sql`SELECT FROM contacts WHERE id = ${contactId} FOR UPDATE`;
  return findContact(sql, contactId);
}

/** The duties of `contacts c`, as JSON. */
export const dutiesOf = (sql: Sql) => sql`
  (SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'name', o.name, 'role', co.role, 'phoneOrder', co.phone_order)
                             ORDER BY o.name, co.phone_order, co.role), '[]')
   FROM contact_organisations co JOIN organisations o ON o.id = co.organisation_id
   WHERE co.contact_id = c.id)`;
