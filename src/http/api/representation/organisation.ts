import { z } from '@hono/zod-openapi';
import { languages } from '../../../advisory/language.ts';
import { tlps } from '../../../advisory/tlp.ts';
import { kinds } from '../../../audience/kind.ts';
import type { ListedOrganisation } from '../../../audience/list-organisations.ts';
import type { Organisation } from '../../../audience/organisation.ts';
import { instantOrNull, reference } from '../field.ts';

/** What changes with every change, of whatever stands in the audience. */
export const revision = z
  .string()
  .openapi({ description: 'Another one after every change.', example: '7412' });

const fields = {
  id: reference,
  name: z.string().openapi({ example: 'Drinkwater Zilverbeek' }),
  kind: z.enum(kinds),
  sector: z.string().nullable().openapi({ example: 'drinking water' }),
  parentId: reference.nullable().openapi({ description: 'The ministry of an agency.' }),
  regulatorId: reference.nullable().openapi({ description: 'Who supervises it.' }),
  language: z.enum(languages),
  tlpCeiling: z.enum(tlps).openapi({ description: 'The narrowest label that it may receive.' }),
  ownUseSince: z.iso.date().nullable().openapi({
    description:
      'Since when an information hub is listed for its own use: it may hold AMBER+STRICT.',
    example: '2020-01-31',
  }),
  removedAt: instantOrNull,
  revision,
};
export const organisationSchema = z.strictObject(fields).openapi('Organisation');

/** The row of an organisation as the API shows it. */
export function toOrganisation(organisation: Organisation): z.output<typeof organisationSchema> {
  const { id, name, kind, sector, parentId, regulatorId, language } = organisation;
  const { tlpCeiling, ownUseSince, removedAt, revision } = organisation;
  return {
    ...{ id, name, kind, sector, parentId, regulatorId, language },
    ...{ tlpCeiling, ownUseSince, removedAt, revision },
  };
}

export const listedOrganisation = z
  .strictObject({
    ...fields,
    contacts: z.int().min(0),
    workingAddresses: z.int().min(0).openapi({
      description: 'Verified, working addresses of its contacts; 0: no message reaches it.',
    }),
  })
  .openapi('ListedOrganisation');

export const toListedOrganisation = (organisation: ListedOrganisation) => ({
  ...toOrganisation(organisation),
  contacts: organisation.contacts,
  workingAddresses: organisation.workingAddresses,
});
