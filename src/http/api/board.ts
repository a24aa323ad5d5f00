import { z } from '@hono/zod-openapi';
import { affectednesses } from '../../acknowledgement/affectedness.ts';
import { type BoardRow, findBoard } from '../../acknowledgement/board.ts';
import { cellStates } from '../../acknowledgement/cell.ts';
import { choices, responseStatuses } from '../../acknowledgement/choice.ts';
import { listToPhone, type PhoneEntry } from '../../acknowledgement/phone-list.ts';
import { phoneReasons } from '../../acknowledgement/why-phone.ts';
import { findAdvisory } from '../../advisory/advisory.ts';
import { formatOrdinal } from '../../advisory/ordinal.ts';
import { kinds } from '../../audience/kind.ts';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { trackingIdParam } from './advisories.ts';
import { needsTargets } from './deliveries.ts';
import { anyOf, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const cell = z
  .strictObject({
    state: z.enum(cellStates),
    choice: z.enum(choices).nullable(),
    response: z.enum(responseStatuses).nullable(),
    owes: z.boolean().openapi({ description: 'A response was asked and has not come.' }),
    overdue: z.boolean(),
    failed: z.boolean().openapi({ description: 'A message to somebody of it failed or bounced.' }),
  })
  .openapi('Cell');
const column = z
  .strictObject({ versionId: reference, number: z.string(), withdrawal: z.boolean() })
  .openapi('Column');
const organisation = {
  organisationId: reference,
  name: z.string(),
  kind: z.enum(kinds),
  sector: z.string().nullable(),
};
const row = z
  .strictObject({
    ...organisation,
    cells: z.array(z.union([cell, z.null()])).openapi({
      description: 'One per column; null where it was not in the audience.',
    }),
  })
  .openapi('BoardRow');
const boardSchema = pageOf(row)
  .extend({ columns: z.array(column) })
  .openapi('Board');

const phoneEntry = z
  .strictObject({
    ...organisation,
    why: z.enum(phoneReasons),
    affectedness: z.enum(affectednesses as [string, ...string[]]),
    contacts: z.array(
      z.strictObject({
        contactId: reference,
        name: z.string(),
        roles: z.array(z.string()),
        lost: z.boolean().openapi({ description: 'Every message to this person failed.' }),
        numbers: z.array(z.string()).openapi({ description: 'None for who has no need of them.' }),
      }),
    ),
  })
  .openapi('PhoneEntry');

const toEntry = (entry: PhoneEntry, shown: boolean): z.output<typeof phoneEntry> => {
  const { organisationId, name, kind, sector, why, affectedness, contacts } = entry;
  const people = contacts.map(({ contactId, name, roles, lost, numbers }) => ({
    ...{ contactId, name, roles, lost },
    numbers: shown ? numbers : [],
  }));
  return { organisationId, name, kind, sector, why, affectedness, contacts: people };
};

/** The columns of a board by the numbers that people know. */
export const toColumn = (each: { versionId: number; ordinal: number; withdrawal: boolean }) => ({
  versionId: each.versionId,
  number: formatOrdinal(each.ordinal),
  withdrawal: each.withdrawal,
});

async function findBoardOf(hub: Hub, trackingId: string) {
  const { id: advisoryId } = await findAdvisory(hub.sql, trackingId);
  return findBoard(hub, { advisoryId });
}

/** The rows of a board stand by kind, sector and name, so a page begins after an organisation. */
function rowsAfter(rows: BoardRow[], organisationId: number | null): BoardRow[] {
  if (organisationId === null) return rows;
  const last = rows.findIndex((each) => each.organisationId === organisationId);
  if (last >= 0) return rows.slice(last + 1);
  const message = 'This organisation is on the board no more: begin again without a cursor.';
  throw new HubError('invalid', message, [{ path: 'cursor', message }]);
}

/** Who heard which version, who said what, and who must be phoned. */
export const board: Resource = {
  tag: 'Board',
  description: 'Organisations by versions: who was reached, who answered what, who must be phoned.',
  operations: [
    operation({
      method: 'get',
      path: '/advisories/{trackingId}/board',
      id: 'getBoard',
      access: everyone,
      summary: 'How every organisation stands to every version',
      params: { trackingId: trackingIdParam },
      query: {
        ...pageQuery,
        kind: anyOf(kinds),
        sector: z.string().min(1).max(200).optional().openapi({ example: 'energy' }),
        search: z.string().trim().min(1).max(200).optional(),
      },
      answer: boardSchema,
      handle: async ({ hub, params, query: { limit, cursor, kind, sector, search } }) => {
        const { columns, rows } = await findBoardOf(hub, params.trackingId);
        const part = search?.toLowerCase() ?? '';
        const wanted = rowsAfter(rows, idOf(cursor))
          .filter((each) => kind?.includes(each.kind) ?? true)
          .filter((each) => sector === undefined || each.sector === sector)
          .filter((each) => each.name.toLowerCase().includes(part));
        const page = pageFrom(wanted, limit, (each) => [each.organisationId]);
        return { columns: columns.map(toColumn), ...page };
      },
    }),
    operation({
      method: 'get',
      path: '/advisories/{trackingId}/phone-list',
      id: 'getPhoneList',
      access: everyone,
      summary: 'Who must be phoned, the loudest reason first',
      params: { trackingId: trackingIdParam },
      answer: z.strictObject({ items: z.array(phoneEntry) }),
      handle: async ({ hub, caller, params }) => {
        const entries = await listToPhone(hub, await findBoardOf(hub, params.trackingId));
        return { items: entries.map((entry) => toEntry(entry, needsTargets(caller))) };
      },
    }),
  ],
};
