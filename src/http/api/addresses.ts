import { z } from '@hono/zod-openapi';
import { tlps } from '../../advisory/tlp.ts';
import { addAddress } from '../../audience/add-address.ts';
import {
  type Address,
  addressChannels,
  addressFields,
  addressInput,
  findAddress,
} from '../../audience/address.ts';
import { changeAddress } from '../../audience/change-address.ts';
import { disableAddress } from '../../audience/disable-address.ts';
import { enableAddress } from '../../audience/enable-address.ts';
import { addressStates, listAddresses } from '../../audience/list-addresses.ts';
import { id, instantOrNull, named, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';
import { revision } from './representation/organisation.ts';

const params = { addressId: id };
const addressSchema = z
  .strictObject({
    id: reference,
    contactId: reference.nullable(),
    channel: z.string().openapi({ example: 'email' }),
    target: z.string().nullable().openapi({
      description: 'Null for the address of a subscriber.',
      example: 'soc@example.nl',
    }),
    preference: z.int().openapi({ description: '0 is tried first.', example: 0 }),
    tlpCeiling: z.enum(tlps),
    verifiedAt: instantOrNull,
    disabledAt: instantOrNull,
    disabledReason: z.string().nullable().openapi({ example: 'it bounces' }),
    revision,
  })
  .openapi('Address');
const edit = z.strictObject(addressFields).partial().openapi('AddressEdit');

/** Where the public is reached is nobody's business. */
function toAddress(address: Address): z.output<typeof addressSchema> {
  const { id, contactId, channel, preference, tlpCeiling, verifiedAt } = address;
  const { disabledAt, disabledReason, revision } = address;
  return {
    ...{ id, contactId, channel, preference, tlpCeiling, verifiedAt },
    ...{ disabledAt, disabledReason, revision },
    target: address.subscriptionId === null ? address.target : null,
  };
}

/** Addresses of contacts. */
export const addresses: Resource = {
  tag: 'Addresses',
  description:
    'One way to reach one contact. Where it leads never changes: another place is another address.',
  operations: [
    operation({
      method: 'get',
      path: '/addresses',
      id: 'listAddresses',
      access: everyone,
      summary: 'The addresses of contacts, those that do not work first',
      query: {
        ...pageQuery,
        contactId: id.optional(),
        organisationId: id.optional(),
        channel: z.enum(addressChannels).optional(),
        state: z.enum(addressStates).optional(),
        search: z.string().trim().min(1).max(200).optional(),
      },
      answer: pageOf(addressSchema),
      handle: async ({ hub, query: { limit, cursor, ...filter } }) => {
        const page = { after: idOf(cursor), limit: limit + 1 };
        const found = await listAddresses(hub.sql, filter, page);
        return pageFrom(found.map(toAddress), limit, ({ id }) => [id]);
      },
    }),
    operation({
      method: 'post',
      path: '/contacts/{contactId}/addresses',
      id: 'addAddress',
      access: ['administrator'],
      summary: 'Add a way to reach a contact',
      params: { contactId: id },
      body: named(addressInput, 'AddressDraft'),
      answer: addressSchema,
      location: ({ id }) => `/addresses/${id}`,
      tagged: true,
      handle: async ({ hub, operatorId, params, body }) => {
        const addressId = await addAddress(hub, { ...params, address: body, operatorId });
        return toAddress(await findAddress(hub.sql, addressId));
      },
    }),
    operation({
      method: 'get',
      path: '/addresses/{addressId}',
      id: 'getAddress',
      access: everyone,
      summary: 'An address',
      params,
      answer: addressSchema,
      handle: async ({ hub, params }) => toAddress(await findAddress(hub.sql, params.addressId)),
    }),
    operation({
      method: 'patch',
      path: '/addresses/{addressId}',
      id: 'changeAddress',
      access: ['administrator'],
      summary: 'Change when an address is tried, what it may carry, whether it was verified',
      params,
      body: edit,
      answer: addressSchema,
      tagged: true,
      ifMatch: async ({ hub, params }) => toAddress(await findAddress(hub.sql, params.addressId)),
      handle: async ({ hub, operatorId, params, body, seen }) =>
        toAddress(
          await changeAddress(hub, { ...params, ...body, expected: seen.revision, operatorId }),
        ),
    }),
    operation({
      method: 'post',
      path: '/addresses/{addressId}/disablement',
      id: 'disableAddress',
      access: ['administrator'],
      summary: 'Take an address out of use',
      params,
      body: z.strictObject({ reason: z.string().trim().min(1).max(500) }).openapi('Disablement'),
      answer: addressSchema,
      handle: async ({ hub, operatorId, params, body }) =>
        toAddress(await disableAddress(hub, { ...params, ...body, operatorId })),
    }),
    operation({
      method: 'delete',
      path: '/addresses/{addressId}/disablement',
      id: 'enableAddress',
      access: ['administrator'],
      summary: 'Take an address into use again',
      params,
      answer: addressSchema,
      handle: async ({ hub, operatorId, params }) =>
        toAddress(await enableAddress(hub, { ...params, operatorId })),
    }),
  ],
};
