import type { z } from 'zod';
import { organisationInput } from '../../organisation.ts';
import { softwareUseInput } from '../../state-software-use.ts';
import type { Sheet } from '../sheet.ts';
import { applySoftwareUses } from './apply.ts';
import { resolveSoftwareUses } from './resolve.ts';

/**
 * `software-uses`: one row per statement of an organisation that it runs a product. Its key is `id`, and where that is
 * empty the organisation with `vendor`, `product` and `version`, as written. A changed statement counts as stated today;
 * `remove` ends it.
 *
 * | column | what it holds |
 * | --- | --- |
 * | `organisation` | required; its name |
 * | `vendor`, `product` | required |
 * | `version` | text, or empty |
 * | `CPE`, `purl` | the product's names in those schemes, or empty |
 */
export const softwareUseSheet: Sheet = {
  kind: 'software-uses',
  columns: [
    {
      header: 'organisation',
      field: 'organisation',
      required: true,
      identity: true,
      meaning: 'the name of the organisation that runs it',
      mustBe: 'the name of an organisation',
    },
    {
      header: 'vendor',
      field: 'vendor',
      required: true,
      meaning: 'who makes it',
      mustBe: 'a name of 1 to 200 characters',
    },
    {
      header: 'product',
      field: 'product',
      required: true,
      meaning: 'what it is called',
      mustBe: 'a name of 1 to 200 characters',
    },
    {
      header: 'version',
      field: 'version',
      meaning: 'which one they run',
      mustBe: 'at most 200 characters',
    },
    { header: 'CPE', field: 'cpe', meaning: 'its CPE name', mustBe: 'at most 500 characters' },
    {
      header: 'purl',
      field: 'purl',
      meaning: 'its package URL',
      mustBe: 'at most 1,000 characters',
    },
  ],
  schema: softwareUseInput
    .omit({ organisationId: true, operatorId: true })
    .extend({ organisation: organisationInput.shape.name }) as z.ZodObject,
  tables: { written: ['software_uses'], read: ['organisations'] },
  stored: (sql) => sql`
    SELECT u.id::text AS ref, u.id,
           jsonb_build_object(
             'organisation', o.name, 'vendor', u.vendor, 'product', u.product, 'version', u.version, 'cpe', u.cpe, 'purl', u.purl) AS fields
    FROM software_uses u JOIN organisations o ON o.id = u.organisation_id AND o.removed_at IS NULL
    WHERE u.ended_at IS NULL`,
  order: (sql) => sql`fields->>'organisation', fields->>'vendor', fields->>'product', id`,
  resolve: resolveSoftwareUses,
  apply: applySoftwareUses,
};
