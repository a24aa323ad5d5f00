import { z } from '@hono/zod-openapi';
import { listChanges } from '../../fanout/list-changes.ts';
import { type ListedDelivery, listDeliveries } from '../../fanout/list-deliveries.ts';
import { deliveryStates } from '../../fanout/state.ts';
import type { Caller } from '../../operator/caller.ts';
import type { Role } from '../../operator/role.ts';
import { findDispatch } from './dispatches.ts';
import { anyOf, id, instantOrNull, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const deliverySchema = z
  .strictObject({
    id: z.int(),
    addressId: reference,
    channel: z.string().openapi({ example: 'email' }),
    target: z.string().nullable().openapi({
      description: 'Where on the channel; null for who has no need of it.',
      example: 'soc@provider.example',
    }),
    contact: z.string().nullable().openapi({ description: 'Null for the public.' }),
    organisations: z.array(z.string()),
    form: z.enum(['full', 'pointer']),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    handedAt: instantOrNull,
    settledAt: instantOrNull,
    detail: z.string().nullable().openapi({
      description: 'The server’s words, or why it was left out or stopped.',
    }),
  })
  .openapi('Delivery', { description: 'One dispatch to one address.' });

/** Who reaches people, who keeps their addresses, and who checks both. */
const inNeed: readonly Role[] = ['duty officer', 'administrator', 'auditor'];

/** Whether the caller has to know where exactly somebody is reached. */
export const needsTargets = ({ roles }: Caller) => roles.some((role) => inNeed.includes(role));

function toDelivery(delivery: ListedDelivery, caller: Caller): z.output<typeof deliverySchema> {
  const { id, addressId, channel, contact, organisations, form, state, attempts } = delivery;
  const { handedAt, settledAt, detail, target } = delivery;
  const shown = needsTargets(caller);
  return {
    ...{ id, addressId, channel, target: shown ? target : null, contact, organisations, form },
    // A server's words often name the address.
    ...{ state, attempts, handedAt, settledAt, detail: shown ? detail : null },
  };
}

const changeSchema = z
  .strictObject({
    change: z.enum(['lost', 'added']),
    channel: z.string(),
    contact: z.string().nullable(),
    organisation: z.string().nullable(),
  })
  .openapi('DispatchChange');

/** The ledger: one dispatch to one address. */
export const deliveries: Resource = {
  tag: 'Deliveries',
  description: 'Who was told, by which channel, and who was not.',
  operations: [
    operation({
      method: 'get',
      path: '/dispatches/{dispatchId}/deliveries',
      id: 'listDeliveries',
      access: everyone,
      summary: 'The deliveries of a dispatch',
      params: { dispatchId: id },
      query: {
        ...pageQuery,
        state: anyOf(deliveryStates),
        channel: z.string().min(1).max(50).optional().openapi({ example: 'email' }),
        search: z.string().trim().min(1).max(200).optional().openapi({
          description: 'Part of a name of an organisation or contact.',
        }),
      },
      answer: pageOf(deliverySchema),
      handle: async ({ hub, caller, params, query: { limit, cursor, state, channel, search } }) => {
        const { id: dispatchId } = await findDispatch(hub, params.dispatchId);
        const narrowed = { ...(state && { states: state }), ...(channel && { channel }) };
        const after = idOf(cursor) ?? 0;
        const wish = { dispatchId, ...narrowed, ...(search && { search }), after };
        const found = await listDeliveries(hub.sql, { ...wish, limit: limit + 1 });
        const shown = found.map((delivery) => toDelivery(delivery, caller));
        return pageFrom(shown, limit, ({ addressId }) => [addressId]);
      },
    }),
    operation({
      method: 'get',
      path: '/dispatches/{dispatchId}/changes',
      id: 'listDispatchChanges',
      access: everyone,
      summary: 'Who came or went between the preview and the expansion, at most 1000',
      params: { dispatchId: id },
      answer: z.strictObject({ items: z.array(changeSchema) }),
      handle: async ({ hub, params }) => {
        await findDispatch(hub, params.dispatchId);
        return { items: [...(await listChanges(hub.sql, params.dispatchId, 1000))] };
      },
    }),
  ],
};
