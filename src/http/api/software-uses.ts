import { z } from '@hono/zod-openapi';
import { endSoftwareUse } from '../../audience/end-software-use.ts';
import { listSoftwareUses } from '../../audience/list-software-uses.ts';
import { findSoftwareUse, type StatedUse } from '../../audience/software-use.ts';
import { softwareUseInput, stateSoftwareUse } from '../../audience/state-software-use.ts';
import { flag, id, instant, instantOrNull, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { revision } from './representation/organisation.ts';

const params = { softwareUseId: id };
const softwareUse = z
  .strictObject({
    id: reference,
    organisationId: reference,
    vendor: z.string().openapi({ example: 'Citrix' }),
    product: z.string().openapi({ example: 'Application Delivery Controller' }),
    cpe: z.string().nullable().openapi({ example: null }),
    purl: z.string().nullable().openapi({ example: null }),
    version: z.string().nullable().openapi({ example: '12.1' }),
    statedAt: instant,
    endedAt: instantOrNull,
    revision,
  })
  .openapi('SoftwareUse');

function toSoftwareUse(use: StatedUse): z.output<typeof softwareUse> {
  const { id, organisationId, vendor, product, cpe, purl, version } = use;
  const { statedAt, endedAt, revision } = use;
  return { id, organisationId, vendor, product, cpe, purl, version, statedAt, endedAt, revision };
}

/** What organisations said that they run. */
export const softwareUses: Resource = {
  tag: 'Software uses',
  description: 'An organisation said that it runs a product.',
  operations: [
    operation({
      method: 'get',
      path: '/software-uses',
      id: 'listSoftwareUses',
      access: everyone,
      summary: 'What organisations run',
      query: {
        ...pageQuery,
        organisationId: id.optional(),
        search: z.string().trim().min(1).max(200).optional().openapi({ example: 'Citrix' }),
        ended: flag.optional().openapi({ description: 'What they run no more instead.' }),
      },
      answer: pageOf(softwareUse),
      handle: async ({ hub, query: { limit, cursor, ...filter } }) => {
        const page = { after: idOf(cursor), limit: limit + 1 };
        const found = await listSoftwareUses(hub.sql, filter, page);
        return pageFrom(found.map(toSoftwareUse), limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'post',
      path: '/software-uses',
      id: 'stateSoftwareUse',
      access: ['administrator'],
      summary: 'Note that an organisation runs a product',
      body: z
        .strictObject(softwareUseInput.omit({ operatorId: true }).shape)
        .openapi('SoftwareUseDraft'),
      answer: softwareUse,
      location: ({ id }) => `/software-uses/${id}`,
      tagged: true,
      handle: async ({ hub, operatorId, body }) => {
        const softwareUseId = await stateSoftwareUse(hub, { ...body, operatorId });
        return toSoftwareUse(await findSoftwareUse(hub.sql, softwareUseId));
      },
    }),
    operation({
      method: 'get',
      path: '/software-uses/{softwareUseId}',
      id: 'getSoftwareUse',
      access: everyone,
      summary: 'One statement',
      params,
      answer: softwareUse,
      handle: async ({ hub, params }) =>
        toSoftwareUse(await findSoftwareUse(hub.sql, params.softwareUseId)),
    }),
    operation({
      method: 'delete',
      path: '/software-uses/{softwareUseId}',
      id: 'endSoftwareUse',
      access: ['administrator'],
      summary: 'Note that an organisation no longer runs a product',
      params,
      answer: softwareUse,
      ifMatch: async ({ hub, params }) =>
        toSoftwareUse(await findSoftwareUse(hub.sql, params.softwareUseId)),
      handle: async ({ hub, operatorId, params, seen }) =>
        toSoftwareUse(
          await endSoftwareUse(hub, { ...params, expected: seen.revision, operatorId }),
        ),
    }),
  ],
};
