import { z } from 'zod';
import { isUsable } from '../../encryption-key.ts';
import { organisationInput } from '../../organisation.ts';
import type { Sheet } from '../sheet.ts';
import { applyKeys } from './apply.ts';
import { examineKey, plainFingerprint } from './examine.ts';
import { resolveKeys } from './resolve.ts';

const name = organisationInput.shape.name.optional();

/**
 * `encryption-keys`: one row per contact that has a usable OpenPGP key, which its mail is encrypted to.
 *
 * Whose it is: `id`, the contact's number, or `contact` and `organisation` by name where that is one contact; all that is
 * given has to agree. A key takes the place of the one that the contact had. A `fingerprint`, as its owner said it by another
 * way, has to be that of the key. `remove` takes the key away, and needs none. Reading a key takes a while: 1,000 rows a file.
 *
 * | column | what it holds |
 * | --- | --- |
 * | `contact`, `organisation` | names |
 * | `fingerprint` | of the key, with or without spaces, or empty |
 * | `key` | the public key, ASCII armored, all its lines in the one cell |
 */
export const encryptionKeySheet: Sheet = {
  kind: 'encryption-keys',
  columns: [
    {
      header: 'contact',
      field: 'contact',
      identity: true,
      meaning: 'the name of the contact whose key it is',
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
      header: 'fingerprint',
      field: 'fingerprint',
      meaning: 'what has to be the fingerprint of the key',
      mustBe: 'a fingerprint of 40 or 64 hexadecimal digits, or empty',
      read: plainFingerprint,
    },
    {
      header: 'key',
      field: 'key',
      bulky: true,
      meaning: 'the public OpenPGP key, ASCII armored: the whole block in one cell',
      mustBe: 'a public key',
    },
  ],
  schema: z.strictObject({
    contact: name,
    organisation: name,
    fingerprint: z
      .string()
      .regex(/^([0-9A-F]{40}|[0-9A-F]{64})$/)
      .optional(),
    key: z.string().optional(),
  }),
  mostRows: 1000,
  examine: examineKey,
  tables: {
    written: ['encryption_keys'],
    read: ['contacts', 'contact_organisations', 'organisations'],
  },
  stored: (sql) => sql`
    SELECT c.id::text AS ref, c.id,
           jsonb_build_object('contact', c.name, 'organisation', o.name, 'fingerprint', k.fingerprint, 'key', k.armored) AS fields
    FROM encryption_keys k
    JOIN contacts c ON c.id = k.contact_id AND c.removed_at IS NULL
    LEFT JOIN (
      SELECT co.contact_id, min(o.name) AS name
      FROM contact_organisations co JOIN organisations o ON o.id = co.organisation_id AND o.removed_at IS NULL
      GROUP BY co.contact_id) o ON o.contact_id = c.id
    WHERE ${isUsable(sql)}`,
  order: (sql) => sql`fields->>'contact', id`,
  resolve: resolveKeys,
  apply: applyKeys,
};
