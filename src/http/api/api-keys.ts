import { z } from '@hono/zod-openapi';
import { tlps } from '../../advisory/tlp.ts';
import { HubError } from '../../errors.ts';
import { createKey } from '../../operator/create-key.ts';
import { type ApiKey, listKeys } from '../../operator/list-keys.ts';
import { revokeKey } from '../../operator/revoke-key.ts';
import { type Role, roles } from '../../operator/role.ts';
import { flag, id, instant, instantOrNull, moment, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const keySchema = z
  .strictObject({
    id: reference,
    operatorId: reference,
    owner: z.string(),
    name: z.string().openapi({ example: 'nightly export' }),
    hint: z.string().openapi({ description: 'How the key begins.' }),
    roles: z.array(z.enum(roles)).openapi({ description: 'None: it reads.' }),
    createdAt: instant,
    expiresAt: instant,
    lastUsedAt: instantOrNull,
    revokedAt: instantOrNull,
    live: z.boolean(),
    partner: z
      .strictObject({ organisationId: reference, tlpCeiling: z.enum(tlps) })
      .nullable()
      .openapi({
        description: 'Whose machine holds it, up to which label; null: its owner’s own.',
      }),
  })
  .openapi('ApiKey', { description: 'Never the key itself.' });

function toKey(row: ApiKey): z.output<typeof keySchema> {
  const { id, operatorId, owner, name, hint, roles, live } = row;
  const { createdAt, expiresAt, lastUsedAt, revokedAt, organisationId, tlpCeiling } = row;
  return {
    ...{ id, operatorId, owner, name, hint, roles, live },
    ...{ createdAt, expiresAt, lastUsedAt, revokedAt },
    partner: organisationId && tlpCeiling ? { organisationId, tlpCeiling } : null,
  };
}

const overseers: readonly Role[] = ['administrator', 'auditor'];

/** API keys: each acts as its owner, with at most its scope. */
export const apiKeys: Resource = {
  tag: 'API keys',
  description: 'A key counts as its owner, and may use no more than its scope.',
  operations: [
    operation({
      method: 'get',
      path: '/api-keys',
      id: 'listKeys',
      access: everyone,
      summary: 'Your keys, or with all=true everybody’s, the newest first',
      description: 'Everybody’s are for administrators and auditors.',
      query: { ...pageQuery, all: flag.default(false) },
      answer: pageOf(keySchema),
      handle: async ({ hub, caller, operatorId, query: { limit, cursor, all } }) => {
        if (all && !caller.roles.some((role) => overseers.includes(role)))
          throw new HubError('forbidden', 'This needs the role administrator or auditor.');
        const before = idOf(cursor);
        const keys = await listKeys(hub.sql, all ? {} : { operatorId });
        const rest = keys.filter((key) => before === null || key.id < before);
        return pageFrom(rest.map(toKey), limit, (key) => [key.id]);
      },
    }),
    operation({
      method: 'post',
      path: '/api-keys',
      id: 'createKey',
      access: everyone,
      summary: 'Make a key of your own, or as administrator one for a partner',
      description:
        'A partner’s key has no roles; it pulls CSAF documents up to its ceiling and its organisation’s. For who is signed in: a key makes no keys, or a stolen one would outlive its end.',
      body: z
        .strictObject({
          name: z.string().trim().min(1).max(100),
          roles: z.array(z.enum(roles)).default([]),
          expiresAt: moment,
          partner: z.strictObject({ organisationId: id, tlpCeiling: z.enum(tlps) }).optional(),
        })
        .openapi('ApiKeyDraft'),
      answer: z
        .strictObject({ id: reference, key: z.string() })
        .openapi('CreatedKey', { description: 'The key is shown this once.' }),
      location: () => '/api-keys',
      repeatable: false,
      handle: async ({ hub, caller, operatorId, body: { partner, ...body } }) => {
        if (caller.via === 'session')
          return createKey(hub, { ...body, operatorId, ...(partner && { partner }) });
        throw new HubError('forbidden', 'A key makes no keys: sign in to the console.');
      },
    }),
    operation({
      method: 'delete',
      path: '/api-keys/{keyId}',
      id: 'revokeKey',
      access: everyone,
      summary: 'End a key at once: your own, or for an administrator anybody’s',
      params: { keyId: id },
      handle: async ({ hub, caller, operatorId, params: { keyId } }) => {
        // The verb knows the operator's roles, not the narrower scope of the key that asks.
        const own = await listKeys(hub.sql, { operatorId });
        const isOwn = own.some((key) => key.id === keyId);
        if (!isOwn && !caller.roles.includes('administrator'))
          throw new HubError('not_found', `You have no key with id ${keyId}.`);
        await revokeKey(hub, { keyId, operatorId });
        return undefined;
      },
    }),
  ],
};
