import { z } from '@hono/zod-openapi';
import { languages } from '../../advisory/language.ts';
import { addPublicChannel, publicChannelInput } from '../../audience/add-public-channel.ts';
import { findPublicChannel, listPublicChannels } from '../../audience/list-public-channels.ts';
import { removePublicChannel } from '../../audience/remove-public-channel.ts';
import { id, instantOrNull, named, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';

const params = { publicChannelId: id };
const channel = z
  .strictObject({
    id: reference.openapi({ description: 'Of its address.' }),
    name: z.string().openapi({ example: 'NCSC' }),
    target: z.string().openapi({ example: '@ncsc_nl' }),
    language: z.enum(languages),
    disabledAt: instantOrNull,
    disabledReason: z.string().nullable().openapi({ example: null }),
  })
  .openapi('PublicChannel');

/** Channels that anybody may read. */
export const publicChannels: Resource = {
  tag: 'Public channels',
  description:
    'Channels of Telegram that anybody may read. Each is told once, wherever an audience means the public; above CLEAR never.',
  operations: [
    operation({
      method: 'get',
      path: '/public-channels',
      id: 'listPublicChannels',
      access: everyone,
      summary: 'The public channels, by name',
      answer: z.strictObject({ items: z.array(channel) }).openapi('PublicChannels'),
      handle: async ({ hub }) => ({ items: [...(await listPublicChannels(hub.sql))] }),
    }),
    operation({
      method: 'post',
      path: '/public-channels',
      id: 'addPublicChannel',
      access: ['administrator'],
      summary: 'Add a channel of Telegram, of which the bot is an administrator',
      description: 'One that was removed or went out of use is taken into use again.',
      body: named(publicChannelInput, 'PublicChannelDraft'),
      answer: channel,
      location: ({ id }) => `/public-channels/${id}`,
      handle: async ({ hub, operatorId, body }) =>
        findPublicChannel(hub.sql, await addPublicChannel(hub, { ...body, operatorId })),
    }),
    operation({
      method: 'get',
      path: '/public-channels/{publicChannelId}',
      id: 'getPublicChannel',
      access: everyone,
      summary: 'A public channel',
      params,
      answer: channel,
      handle: async ({ hub, params }) => findPublicChannel(hub.sql, params.publicChannelId),
    }),
    operation({
      method: 'delete',
      path: '/public-channels/{publicChannelId}',
      id: 'removePublicChannel',
      access: ['administrator'],
      summary: 'Remove a public channel: it is told nothing more',
      params,
      handle: async ({ hub, operatorId, params }) => {
        await removePublicChannel(hub, { addressId: params.publicChannelId, operatorId });
        return undefined;
      },
    }),
  ],
};
