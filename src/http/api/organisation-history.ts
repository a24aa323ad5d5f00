import { z } from '@hono/zod-openapi';
import { choices, responseStatuses } from '../../acknowledgement/choice.ts';
import { listTold } from '../../acknowledgement/list-told.ts';
import { formatOrdinal } from '../../advisory/ordinal.ts';
import { findOrganisation } from '../../audience/organisation.ts';
import { requestKinds } from '../../fanout/reason.ts';
import { id, instant, instantOrNull, reference } from './field.ts';
import { everyone, operation } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const count = z.int().min(0);
const told = z
  .strictObject({
    dispatchId: reference,
    trackingId: z.string().nullable().openapi({ example: 'NCSC-2019-0979' }),
    versionId: reference.nullable(),
    number: z.string().nullable().openapi({ example: '1.03' }),
    decidedAt: instant,
    requestKind: z.enum(requestKinds).nullable(),
    deadlineAt: instantOrNull,
    open: count.openapi({ description: 'Messages that are still to go.' }),
    sent: count,
    lost: count.openapi({ description: 'Messages that bounced or failed.' }),
    skipped: count.openapi({ description: 'Addresses that were left out or stopped.' }),
    reachedAt: instantOrNull,
    acknowledgedAt: instantOrNull,
    choice: z.enum(choices).nullable(),
    respondedAt: instantOrNull,
    responseStatus: z.enum(responseStatuses).nullable(),
  })
  .openapi('Told');

/** What an organisation was told and what it answered. */
export const listToldOperation = operation({
  method: 'get',
  path: '/organisations/{organisationId}/dispatches',
  id: 'listTold',
  access: everyone,
  summary: 'What an organisation was told and answered, the newest first',
  params: { organisationId: id },
  query: pageQuery,
  answer: pageOf(told),
  handle: async ({ hub, params: { organisationId }, query: { limit, cursor } }) => {
    await findOrganisation(hub.sql, organisationId);
    const page = { after: idOf(cursor), limit: limit + 1 };
    const found = await listTold(hub.sql, organisationId, page);
    const items = found.map(({ ordinal, tlp: _, change: __, ...rest }) => ({
      ...rest,
      number: ordinal === null ? null : formatOrdinal(ordinal),
    }));
    return pageFrom(items, limit, ({ dispatchId }) => [dispatchId]);
  },
});
