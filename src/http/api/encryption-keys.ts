import { z } from '@hono/zod-openapi';
import { getEncryptionKey } from '../../audience/encryption-key.ts';
import { removeEncryptionKey } from '../../audience/remove-encryption-key.ts';
import { keyFields, setEncryptionKey } from '../../audience/set-encryption-key.ts';
import { id } from './field.ts';
import { everyone, type Operation, operation } from './operation.ts';
import { encryptionKeySchema, toEncryptionKey } from './representation/encryption-key.ts';

const path = '/contacts/{contactId}/encryption-key';
const params = { contactId: id };
const body = z.strictObject(keyFields).openapi('EncryptionKeyDraft');

/** The key that a contact's mail is encrypted to. */
export const encryptionKeys: Operation[] = [
  operation({
    method: 'get',
    path,
    id: 'getEncryptionKey',
    access: everyone,
    summary: 'The OpenPGP key of a contact, also one that is over',
    params,
    answer: encryptionKeySchema,
    handle: async ({ hub, params }) =>
      toEncryptionKey(await getEncryptionKey(hub.sql, params.contactId)),
  }),
  operation({
    method: 'put',
    path,
    id: 'setEncryptionKey',
    access: ['administrator'],
    summary: 'Give a contact an OpenPGP key, in the place of the one it had',
    description:
      'One public key, ASCII armored, that mail can be encrypted to today. Compare its fingerprint with its owner by another way.',
    params,
    body,
    answer: encryptionKeySchema,
    handle: async ({ hub, operatorId, params, body }) =>
      toEncryptionKey(await setEncryptionKey(hub, { ...params, ...body, operatorId })),
  }),
  operation({
    method: 'delete',
    path,
    id: 'removeEncryptionKey',
    access: ['administrator'],
    summary: 'Take a contact’s OpenPGP key away',
    description: 'Its mail is no longer encrypted, and TLP:RED reaches it as a pointer.',
    params,
    handle: async ({ hub, operatorId, params }) => {
      await removeEncryptionKey(hub, { ...params, operatorId });
      return undefined;
    },
  }),
];
