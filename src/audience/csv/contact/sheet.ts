import type { z } from 'zod';
import { contactInput, dutyFields } from '../../contact.ts';
import { organisationInput } from '../../organisation.ts';
import { readNumber, readWord, yesNo } from '../column.ts';
import type { Sheet } from '../sheet.ts';
import { applyContacts } from './apply.ts';
import { resolveContacts } from './resolve.ts';

/**
 * `contacts`: one row per place, that is a contact at an organisation in a role; one that serves several has several rows.
 *
 * Its key is `id` (the contact's) with `organisation` and `role`. Where `id` is empty, the contact is the one of that
 * `name` at that `organisation`, a new one if there is none, and a bad row if there are several. Any word as `id` ties
 * the rows of one new contact together; it is forgotten after the import. Rows of one contact agree in name, functional
 * mailbox and language. `remove` takes the place away; a contact whose last place goes is removed.
 *
 * | column | what it holds |
 * | --- | --- |
 * | `name` | required |
 * | `organisation` | required; its name |
 * | `role` | required: CISO, SOC, duty desk, … |
 * | `phone order` | 1 to 99, 1 is phoned first; a new one gets 1 |
 * | `functional mailbox` | yes or no; a new one gets no |
 * | `language` | nl or en; a new one gets nl |
 */
export const contactSheet: Sheet = {
  kind: 'contacts',
  labels: true,
  columns: [
    {
      header: 'name',
      field: 'name',
      required: true,
      meaning: 'the person or the mailbox',
      mustBe: 'a name of 1 to 200 characters',
    },
    {
      header: 'organisation',
      field: 'organisation',
      required: true,
      meaning: 'the name of the organisation that it serves',
      mustBe: 'the name of an organisation',
    },
    {
      header: 'role',
      field: 'role',
      required: true,
      meaning: 'in which role',
      mustBe: 'a role of 1 to 50 characters',
    },
    {
      header: 'phone order',
      field: 'phoneOrder',
      meaning: 'its place in the phone order of that organisation',
      mustBe: 'a whole number from 1 to 99',
      read: readNumber,
    },
    {
      header: 'functional mailbox',
      field: 'functional',
      meaning: 'whether several people read it',
      ...yesNo,
    },
    {
      header: 'language',
      field: 'language',
      meaning: 'the language in which it is written to',
      mustBe: 'nl or en',
      read: readWord,
    },
  ],
  schema: contactInput.omit({ organisations: true, addresses: true, operatorId: true }).extend({
    organisation: organisationInput.shape.name,
    role: dutyFields.role,
    phoneOrder: dutyFields.phoneOrder,
  }) as z.ZodObject,
  tables: { written: ['contacts', 'contact_organisations'], read: ['organisations'] },
  stored: (sql) => sql`
    SELECT concat_ws('/', c.id, o.id, co.role) AS ref, c.id,
           jsonb_build_object(
             'name', c.name, 'organisation', o.name, 'role', co.role, 'phoneOrder', co.phone_order,
             'functional', c.functional, 'language', c.language) AS fields
    FROM contact_organisations co
    JOIN contacts c ON c.id = co.contact_id AND c.removed_at IS NULL
    JOIN organisations o ON o.id = co.organisation_id AND o.removed_at IS NULL`,
  order: (sql) => sql`fields->>'name', id, fields->>'organisation', fields->>'role'`,
  resolve: resolveContacts,
  apply: applyContacts,
};
