import { z } from '@hono/zod-openapi';
import { tlps } from '../../advisory/tlp.ts';
import { findVersion } from '../../advisory/version.ts';
import {
  type Audience,
  addAudience,
  audienceFields,
  findAudience,
} from '../../audience/audience.ts';
import { countMembers, listMembersNow } from '../../audience/audience-members.ts';
import { changeAudience } from '../../audience/change-audience.ts';
import { kinds } from '../../audience/kind.ts';
import { listAudiences } from '../../audience/list-audiences.ts';
import { removeAudience } from '../../audience/remove-audience.ts';
import { selectionSchema } from '../../audience/selection.ts';
import { id, instantOrNull, named, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { revision } from './representation/organisation.ts';

const params = { audienceId: id };
const fields = {
  id: reference,
  name: z.string().openapi({ example: 'vital providers' }),
  selection: named(selectionSchema, 'Selection'),
  tlpCeiling: z.enum(tlps),
  removedAt: instantOrNull,
  revision,
};
const audience = z.strictObject(fields).openapi('Audience');
const listed = z
  .strictObject({
    ...fields,
    members: z.int().min(0).openapi({
      description: 'Organisations that are in it now, whatever software they run.',
    }),
    policyPositions: z.array(z.int()).openapi({ description: 'Lines of the policy that name it.' }),
  })
  .openapi('ListedAudience');
const draft = z
  .strictObject({ ...audienceFields, selection: named(selectionSchema, 'SelectionDraft') })
  .openapi('AudienceDraft');
const member = z
  .strictObject({
    id: reference,
    name: z.string(),
    kind: z.enum(kinds),
    sector: z.string().nullable(),
    workingAddresses: z.int().min(0),
  })
  .openapi('Member');

function toAudience(audience: Audience) {
  const { id, name, selection, tlpCeiling, removedAt, revision } = audience;
  return { id, name, selection, tlpCeiling, removedAt, revision };
}

/** Audiences: named selections of organisations. */
export const audiences: Resource = {
  tag: 'Audiences',
  description: 'A named selection of organisations: by kind, sector, list and software use.',
  operations: [
    operation({
      method: 'get',
      path: '/audiences',
      id: 'listAudiences',
      access: everyone,
      summary: 'Every audience, by name, with how many are in it now',
      answer: z.strictObject({ items: z.array(listed) }).openapi('Audiences'),
      handle: async ({ hub }) => {
        const found = await listAudiences(hub.sql);
        const items = found.map(({ members, policyPositions, ...audience }) => ({
          ...toAudience(audience),
          ...{ members, policyPositions },
        }));
        return { items };
      },
    }),
    operation({
      method: 'post',
      path: '/audiences',
      id: 'addAudience',
      access: ['administrator'],
      summary: 'Name an audience',
      body: draft,
      answer: audience,
      location: ({ id }) => `/audiences/${id}`,
      tagged: true,
      handle: async ({ hub, operatorId, body }) =>
        toAudience(await findAudience(hub.sql, await addAudience(hub, { ...body, operatorId }))),
    }),
    operation({
      method: 'get',
      path: '/audiences/{audienceId}',
      id: 'getAudience',
      access: everyone,
      summary: 'An audience, also a removed one',
      params,
      answer: audience,
      handle: async ({ hub, params }) => toAudience(await findAudience(hub.sql, params.audienceId)),
    }),
    operation({
      method: 'get',
      path: '/audiences/{audienceId}/members',
      id: 'listMembers',
      access: everyone,
      summary: 'The organisations that are in an audience now, by name',
      description:
        'One that is narrowed to users of affected software lists all whom it could mean, unless a version is named.',
      params,
      query: {
        ...pageQuery,
        versionId: id.optional().openapi({ description: 'The version whose products count.' }),
      },
      answer: pageOf(member),
      handle: async ({ hub, params, query: { limit, cursor, versionId } }) => {
        const { selection } = await findAudience(hub.sql, params.audienceId);
        const version = versionId === undefined ? null : await findVersion(hub.sql, versionId);
        const wish = { selection, products: version?.content.products };
        const found = await listMembersNow(hub.sql, wish, {
          after: idOf(cursor),
          limit: limit + 1,
        });
        return pageFrom([...found], limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'patch',
      path: '/audiences/{audienceId}',
      id: 'changeAudience',
      access: ['administrator'],
      summary: 'Change whom an audience means from now on',
      params,
      body: z.strictObject(draft.shape).partial().openapi('AudienceEdit'),
      answer: audience,
      tagged: true,
      ifMatch: async ({ hub, params }) =>
        toAudience(await findAudience(hub.sql, params.audienceId)),
      handle: async ({ hub, operatorId, params, body, seen }) =>
        toAudience(
          await changeAudience(hub, { ...params, ...body, expected: seen.revision, operatorId }),
        ),
    }),
    operation({
      method: 'delete',
      path: '/audiences/{audienceId}',
      id: 'removeAudience',
      access: ['administrator'],
      summary: 'Remove an audience that the policy does not name',
      params,
      ifMatch: async ({ hub, params }) =>
        toAudience(await findAudience(hub.sql, params.audienceId)),
      handle: async ({ hub, operatorId, params, seen }) => {
        await removeAudience(hub, { ...params, expected: seen.revision, operatorId });
        return undefined;
      },
    }),
    operation({
      method: 'post',
      path: '/audience-previews',
      id: 'previewAudience',
      access: everyone,
      summary: 'Count who would be in a selection now',
      body: z
        .strictObject({ selection: named(selectionSchema, 'SelectionPreview') })
        .openapi('AudiencePreview'),
      answer: z.strictObject({ members: z.int().min(0) }).openapi('AudienceCount'),
      repeatable: false,
      handle: async ({ hub, body }) => ({ members: await countMembers(hub.sql, body.selection) }),
    }),
  ],
};
