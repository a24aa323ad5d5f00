import { z } from 'zod';
import { addressInput, laneOf } from '../../address.ts';
import { organisationInput } from '../../organisation.ts';
import { readNumber, readTlp, readWord, yesNo } from '../column.ts';
import type { Sheet } from '../sheet.ts';
import { applyAddresses } from './apply.ts';
import { resolveAddresses } from './resolve.ts';

const name = organisationInput.shape.name.optional();

/**
 * `addresses`: one row per address of a contact; those of subscribers and public channels are not exchanged.
 *
 * Whose it is: `contact id`, or `contact` and `organisation` by name where that is one contact; all that is given has to
 * agree. Its key is `id`, and where that is empty the contact with `channel` and `address`. Where it leads never changes:
 * another place is another address. `remove` takes it out of use, as `out of use` does with a reason of its own; where that
 * column is there and empty, the address is in use again.
 *
 * | column | what it holds |
 * | --- | --- |
 * | `contact id` | number of the contact, or empty |
 * | `contact`, `organisation` | names |
 * | `channel` | required: email, phone, webhook or telegram |
 * | `address` | required: e-mail address, telephone number, URL or chat |
 * | `preference` | 0 to 99, 0 is tried first; a new one gets 0 |
 * | `TLP ceiling` | CLEAR, GREEN, AMBER, AMBER+STRICT or RED; a new one gets RED |
 * | `verified` | yes or no; a new one gets no |
 * | `out of use` | why it is not used, or empty |
 */
export const addressSheet: Sheet = {
  kind: 'addresses',
  columns: [
    {
      header: 'contact id',
      field: 'contactId',
      identity: true,
      meaning: 'the number of its contact',
      mustBe: 'the number of a contact, or empty',
      read: readNumber,
    },
    {
      header: 'contact',
      field: 'contact',
      identity: true,
      meaning: 'the name of its contact',
      mustBe: 'the name of a contact',
    },
    {
      header: 'organisation',
      field: 'organisation',
      identity: true,
      meaning: 'the name of an organisation that the contact serves',
      mustBe: 'the name of an organisation',
    },
    {
      header: 'channel',
      field: 'channel',
      required: true,
      meaning: 'how it is reached',
      mustBe: 'email, phone, webhook or telegram',
      read: readWord,
    },
    {
      header: 'address',
      field: 'target',
      required: true,
      meaning: 'where it is reached',
      mustBe: 'an address of 1 to 2,000 characters',
    },
    {
      header: 'preference',
      field: 'preference',
      meaning: '0 is tried first',
      mustBe: 'a whole number from 0 to 99',
      read: readNumber,
    },
    {
      header: 'TLP ceiling',
      field: 'tlpCeiling',
      meaning: 'the narrowest label that may go there in full',
      mustBe: 'CLEAR, GREEN, AMBER, AMBER+STRICT or RED',
      read: readTlp,
    },
    { header: 'verified', field: 'verified', meaning: 'whether its owner confirmed it', ...yesNo },
    {
      header: 'out of use',
      field: 'outOfUse',
      meaning: 'why it is not used',
      mustBe: 'a reason of at most 500 characters, or empty',
    },
  ],
  schema: addressInput.safeExtend({
    contactId: z.int().positive().optional(),
    contact: name,
    organisation: name,
    outOfUse: z.string().trim().max(500).optional(),
  }) as unknown as z.ZodObject,
  derive: ({ channel, target }) =>
    channel === 'webhook' && !URL.canParse(String(target))
      ? {}
      : { lane: laneOf({ channel: String(channel), target: String(target) }) },
  tables: { written: ['addresses'], read: ['contacts', 'contact_organisations', 'organisations'] },
  stored: (sql) => sql`
    SELECT a.id::text AS ref, a.id,
           jsonb_build_object(
             'contactId', c.id, 'contact', c.name, 'organisation', o.name, 'channel', a.channel, 'target', a.target,
             'preference', a.preference, 'tlpCeiling', a.tlp_ceiling, 'verified', a.verified_at IS NOT NULL,
             'outOfUse', CASE WHEN a.disabled_at IS NOT NULL THEN coalesce(nullif(a.disabled_reason, ''), 'out of use') END) AS fields
    FROM addresses a
    JOIN contacts c ON c.id = a.contact_id AND c.removed_at IS NULL
    LEFT JOIN (
      SELECT co.contact_id, min(o.name) AS name
      FROM contact_organisations co JOIN organisations o ON o.id = co.organisation_id AND o.removed_at IS NULL
      GROUP BY co.contact_id) o ON o.contact_id = c.id`,
  order: (sql) =>
    sql`fields->>'contact', (fields->>'contactId')::int, (fields->>'preference')::int, id`,
  resolve: resolveAddresses,
  apply: applyAddresses,
};
