import { z } from '@hono/zod-openapi';
import { type ListedEntry, listEntries } from '../../audit/list-entries.ts';
import { instant, moment } from './field.ts';
import { operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const entrySchema = z
  .strictObject({
    id: z.int(),
    at: instant,
    actor: z.string().openapi({ example: 'operator:3' }),
    name: z.string().nullable().openapi({ description: 'The operator’s, where one did it.' }),
    action: z.string().openapi({ example: 'publish' }),
    object: z.string().openapi({ example: 'version:12' }),
    result: z.string().openapi({ example: 'ok' }),
    origin: z.string().openapi({ example: 'api' }),
    detail: z.looseObject({}).openapi({ description: 'Ids, counts and salted hashes.' }),
    position: z.int().nullable().openapi({ description: 'In the chain; null until it is linked.' }),
  })
  .openapi('AuditEntry', { description: 'Who did what to what, and how that ended.' });

function toEntry(entry: ListedEntry): z.output<typeof entrySchema> {
  const { id, at, actor, name, action, object, result, origin, detail, position } = entry;
  return { id, at, actor, name, action, object, result, origin, detail, position };
}

const word = z.string().max(200).default('');

/** The audit trail. */
export const auditEntries: Resource = {
  tag: 'Audit',
  description: 'The audit trail: a row per decision, chained.',
  operations: [
    operation({
      method: 'get',
      path: '/audit-entries',
      id: 'listAuditEntries',
      access: ['auditor', 'administrator'],
      summary: 'The audit trail, the last entry first',
      query: {
        ...pageQuery,
        actor: word.openapi({
          description: '`operator:3`, `system`, or part of an operator’s name.',
        }),
        action: word.openapi({ description: 'How it begins.', example: 'approve' }),
        object: word.openapi({
          description: '`version:12`, or a kind of object: `version`.',
          example: 'version:12',
        }),
        from: moment.optional(),
        until: moment.optional(),
      },
      answer: pageOf(entrySchema),
      handle: async ({
        hub,
        query: { limit, cursor, from = null, until: to = null, ...words },
      }) => {
        const page = { before: idOf(cursor), limit: limit + 1 };
        const found = await listEntries(hub.sql, { ...words, from, to }, page);
        return pageFrom(found.map(toEntry), limit, (entry) => [entry.id]);
      },
    }),
  ],
};
