import { z } from '@hono/zod-openapi';
import { changeOrganisation } from '../../audience/change-organisation.ts';
import { kinds } from '../../audience/kind.ts';
import { listOrganisations } from '../../audience/list-organisations.ts';
import {
  addOrganisation,
  findOrganisation,
  organisationFields,
  organisationInput,
} from '../../audience/organisation.ts';
import { removeOrganisation } from '../../audience/remove-organisation.ts';
import { restoreOrganisation } from '../../audience/restore-organisation.ts';
import { flag, id } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { listToldOperation } from './organisation-history.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import {
  listedOrganisation,
  organisationSchema,
  toListedOrganisation,
  toOrganisation,
} from './representation/organisation.ts';

const params = { organisationId: id };
const count = z.int().min(0);
const draft = z
  .strictObject(organisationInput.omit({ operatorId: true }).shape)
  .openapi('OrganisationDraft');
const edit = z.strictObject(organisationFields).partial().openapi('OrganisationEdit', {
  description: 'What is left out stays as it is; null empties it.',
});
const consequences = z
  .strictObject({
    advisories: count.openapi({ description: 'Advisories that it followed.' }),
    contacts: count.openapi({ description: 'Contacts that served it.' }),
    idle: count.openapi({ description: 'Of those the ones that now serve nobody.' }),
    audiences: z.array(z.string()).openapi({ description: 'Audiences that name it.' }),
    children: count.openapi({ description: 'Organisations of which it is the parent.' }),
    regulated: count.openapi({ description: 'Organisations that it supervises.' }),
  })
  .openapi('Consequences');

/** Organisations: whom there is to warn. */
export const organisations: Resource = {
  tag: 'Organisations',
  description:
    'Whom there is to warn: central government, vital providers, hubs, CSIRTs, regulators and partners.',
  operations: [
    operation({
      method: 'get',
      path: '/organisations',
      id: 'listOrganisations',
      access: everyone,
      summary: 'The organisations, by name',
      query: {
        ...pageQuery,
        kind: z.enum(kinds).optional(),
        sector: z.string().min(1).max(100).optional(),
        search: z.string().trim().min(1).max(200).optional().openapi({ example: 'water' }),
        unreachable: flag.optional().openapi({ description: 'Only who has no working address.' }),
        parentId: id.optional(),
        regulatorId: id.optional(),
        removed: flag.optional().openapi({ description: 'Those that were removed instead.' }),
      },
      answer: pageOf(listedOrganisation),
      handle: async ({ hub, query: { limit, cursor, ...filter } }) => {
        const page = { after: idOf(cursor), limit: limit + 1 };
        const found = await listOrganisations(hub.sql, filter, page);
        return pageFrom(found.map(toListedOrganisation), limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'post',
      path: '/organisations',
      id: 'addOrganisation',
      access: ['administrator'],
      summary: 'Add an organisation',
      body: draft,
      answer: organisationSchema,
      location: ({ id }) => `/organisations/${id}`,
      tagged: true,
      handle: async ({ hub, operatorId, body }) => {
        const organisationId = await addOrganisation(hub, { ...body, operatorId });
        return toOrganisation(await findOrganisation(hub.sql, organisationId));
      },
    }),
    operation({
      method: 'get',
      path: '/organisations/{organisationId}',
      id: 'getOrganisation',
      access: everyone,
      summary: 'An organisation, also a removed one',
      params,
      answer: organisationSchema,
      handle: async ({ hub, params }) =>
        toOrganisation(await findOrganisation(hub.sql, params.organisationId)),
    }),
    operation({
      method: 'patch',
      path: '/organisations/{organisationId}',
      id: 'changeOrganisation',
      access: ['administrator'],
      summary: 'Change an organisation',
      params,
      body: edit,
      answer: organisationSchema,
      tagged: true,
      ifMatch: async ({ hub, params }) =>
        toOrganisation(await findOrganisation(hub.sql, params.organisationId)),
      handle: async ({ hub, operatorId, params, body, seen }) =>
        toOrganisation(
          await changeOrganisation(hub, {
            ...params,
            ...body,
            expected: seen.revision,
            operatorId,
          }),
        ),
    }),
    operation({
      method: 'delete',
      path: '/organisations/{organisationId}',
      id: 'removeOrganisation',
      access: ['administrator'],
      summary: 'Remove an organisation',
      description:
        'Its history stays. Where it follows an advisory the next version shows it as skipped. The answer says what follows.',
      params,
      answer: consequences,
      ifMatch: async ({ hub, params }) =>
        toOrganisation(await findOrganisation(hub.sql, params.organisationId)),
      handle: async ({ hub, operatorId, params, seen }) =>
        removeOrganisation(hub, { ...params, expected: seen.revision, operatorId }),
    }),
    operation({
      method: 'post',
      path: '/organisations/{organisationId}/restoration',
      id: 'restoreOrganisation',
      access: ['administrator'],
      summary: 'Take a removed organisation back',
      params,
      answer: organisationSchema,
      handle: async ({ hub, operatorId, params }) =>
        toOrganisation(await restoreOrganisation(hub, { ...params, operatorId })),
    }),
    listToldOperation,
  ],
};
