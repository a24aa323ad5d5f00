import { z } from '@hono/zod-openapi';
import { acknowledgeOnBehalf } from '../../acknowledgement/acknowledge-on-behalf.ts';
import type { Acknowledgement } from '../../acknowledgement/acknowledgement.ts';
import { choices, origins } from '../../acknowledgement/choice.ts';
import { confirm } from '../../acknowledgement/confirm.ts';
import {
  type ListedAcknowledgement,
  listAcknowledgements,
} from '../../acknowledgement/list-acknowledgements.ts';
import { findVersion } from '../../advisory/version.ts';
import { flag, id, instant, instantOrNull, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const fields = {
  id: reference,
  versionId: reference,
  organisationId: reference,
  contactId: reference.nullable(),
  deliveryId: z.int().nullable(),
  choice: z.enum(choices),
  saidBy: z.string().nullable(),
  remark: z.string().nullable(),
  origin: z.enum(origins),
  suspicion: z.string().nullable().openapi({
    description: 'Why it looks automatic: it does not count until somebody confirms.',
  }),
  confirmedAt: instantOrNull,
  enteredBy: reference.nullable(),
  late: z.boolean(),
  at: instant,
};
export const written = z.strictObject(fields).openapi('Acknowledgement');
const listed = z
  .strictObject({ ...fields, organisation: z.string(), contact: z.string().nullable() })
  .openapi('ListedAcknowledgement');

export function toAcknowledgement(row: Acknowledgement): z.output<typeof written> {
  const { id, versionId, organisationId, contactId, deliveryId, choice, saidBy, remark } = row;
  const { origin, suspicion, confirmedAt, enteredBy, late, at } = row;
  return {
    ...{ id, versionId, organisationId, contactId, deliveryId, choice, saidBy, remark },
    ...{ origin, suspicion, confirmedAt, enteredBy, late, at },
  };
}

const toListed = ({ organisation, contact, ...row }: ListedAcknowledgement) => ({
  ...toAcknowledgement(row),
  ...{ organisation, contact },
});

const onBehalf = z
  .strictObject({
    organisationIds: z.array(reference).min(1).max(1000),
    contactId: reference
      .optional()
      .openapi({ description: 'Who was on the phone, if known here.' }),
    choice: z.enum(choices),
    saidBy: z.string().trim().min(1).max(200).openapi({ example: 'Karim' }),
    remark: z.string().trim().max(2000).optional(),
  })
  .openapi('AcknowledgementOnBehalf');

/** What contacts say of a version for their organisations. */
export const acknowledgements: Resource = {
  tag: 'Acknowledgements',
  description: 'That a version arrived, with a choice; also what was said on the phone.',
  operations: [
    operation({
      method: 'get',
      path: '/versions/{versionId}/acknowledgements',
      id: 'listAcknowledgements',
      access: everyone,
      summary: 'Every answer to a version, the last first',
      params: { versionId: id },
      query: {
        ...pageQuery,
        pending: flag.optional().openapi({
          description: 'Only those that look automatic and that nobody confirmed.',
        }),
      },
      answer: pageOf(listed),
      handle: async ({ hub, params, query: { limit, cursor, pending = false } }) => {
        const { id: versionId } = await findVersion(hub.sql, params.versionId);
        const wish = { versionId, pending, before: idOf(cursor), limit: limit + 1 };
        const found = await listAcknowledgements(hub.sql, wish);
        return pageFrom(found.map(toListed), limit, (row) => [row.id]);
      },
    }),
    operation({
      method: 'post',
      path: '/versions/{versionId}/acknowledgements',
      id: 'acknowledgeOnBehalf',
      access: ['duty officer'],
      summary: 'Enter what somebody said on the phone',
      params: { versionId: id },
      body: onBehalf,
      answer: z.strictObject({ items: z.array(written) }),
      handle: async ({ hub, operatorId, params, body }) => {
        const rows = await acknowledgeOnBehalf(hub, { ...params, ...body, operatorId });
        return { items: rows.map(toAcknowledgement) };
      },
    }),
    operation({
      method: 'post',
      path: '/deliveries/{deliveryId}/confirmation',
      id: 'confirmAcknowledgement',
      access: ['duty officer'],
      summary: 'Let an answer count that looked automatic, after asking who gave it',
      params: { deliveryId: id },
      body: z.strictObject({ choice: z.enum(choices) }).openapi('Confirmation'),
      answer: z.strictObject({ items: z.array(written) }),
      handle: async ({ hub, operatorId, params, body }) => {
        const rows = await confirm(hub, { ...params, ...body, operatorId });
        return { items: rows.map(toAcknowledgement) };
      },
    }),
  ],
};
