import type { z } from 'zod';
import { kinds } from '../../kind.ts';
import { organisationInput } from '../../organisation.ts';
import { readTlp, readWord } from '../column.ts';
import type { Sheet } from '../sheet.ts';
import { applyOrganisations } from './apply.ts';
import { resolveOrganisations } from './resolve.ts';

const { name } = organisationInput.shape;

/**
 * `organisations`: one row per organisation. Its key is `id`, and where that is empty `name`, as written; with an `id`
 * another name renames. `parent` and `regulator` are names, of this file (wherever in it) or of the hub, as they are after
 * the import. `remove` takes it out of use; its contacts and history stay.
 *
 * | column | what it holds |
 * | --- | --- |
 * | `name` | required; unique |
 * | `kind` | required: central government, vital provider, information hub, csirt, regulator or partner |
 * | `sector` | text, or empty |
 * | `parent` | name of the ministry of an agency, or empty |
 * | `regulator` | name of the organisation that supervises it, or empty |
 * | `language` | nl or en; a new one gets nl |
 * | `TLP ceiling` | CLEAR, GREEN, AMBER, AMBER+STRICT or RED; a new one gets RED |
 * | `own use since` | date (2020-01-31) since when a hub is listed for its own use, or empty |
 */
export const organisationSheet: Sheet = {
  kind: 'organisations',
  columns: [
    {
      header: 'name',
      field: 'name',
      required: true,
      meaning: 'its name, as nobody else has it',
      mustBe: 'a name of 1 to 200 characters',
    },
    {
      header: 'kind',
      field: 'kind',
      required: true,
      meaning: 'what it is to us',
      mustBe: `one of ${kinds.join(', ')}`,
      read: readWord,
    },
    { header: 'sector', field: 'sector', meaning: 'its sector', mustBe: 'at most 100 characters' },
    {
      header: 'parent',
      field: 'parent',
      meaning: 'the name of the organisation that it is part of',
      mustBe: 'the name of an organisation',
    },
    {
      header: 'regulator',
      field: 'regulator',
      meaning: 'the name of the organisation that supervises it',
      mustBe: 'the name of an organisation',
    },
    {
      header: 'language',
      field: 'language',
      meaning: 'the language in which it is written to',
      mustBe: 'nl or en',
      read: readWord,
    },
    {
      header: 'TLP ceiling',
      field: 'tlpCeiling',
      meaning: 'the narrowest label that it may receive in full',
      mustBe: 'CLEAR, GREEN, AMBER, AMBER+STRICT or RED',
      read: readTlp,
    },
    {
      header: 'own use since',
      field: 'ownUseSince',
      meaning: 'since when a hub is listed for its own use',
      mustBe: 'a date like 2020-01-31',
    },
  ],
  schema: organisationInput
    .omit({ parentId: true, regulatorId: true, operatorId: true })
    .extend({ parent: name.optional(), regulator: name.optional() }) as z.ZodObject,
  tables: { written: ['organisations'], read: [] },
  stored: (sql) => sql`
    SELECT o.id::text AS ref, o.id,
           jsonb_build_object(
             'name', o.name, 'kind', o.kind, 'sector', o.sector, 'parent', p.name, 'regulator', g.name,
             'language', o.language, 'tlpCeiling', o.tlp_ceiling, 'ownUseSince', o.own_use_since) AS fields
    FROM organisations o
    LEFT JOIN organisations p ON p.id = o.parent_id AND p.removed_at IS NULL
    LEFT JOIN organisations g ON g.id = o.regulator_id AND g.removed_at IS NULL
    WHERE o.removed_at IS NULL`,
  order: (sql) => sql`fields->>'name'`,
  resolve: resolveOrganisations,
  apply: applyOrganisations,
};
