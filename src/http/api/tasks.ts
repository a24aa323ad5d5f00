import { z } from '@hono/zod-openapi';
import { closeTask } from '../../acknowledgement/close-task.ts';
import { listTasks } from '../../acknowledgement/list-tasks.ts';
import { taskKinds } from '../../task.ts';
import { flag, id, instant, instantOrNull, reference } from './field.ts';
import { everyone, operation, type Resource } from './operation.ts';
import { idOf, pageFrom, pageOf, pageQuery } from './page.ts';

const task = z
  .strictObject({
    id: reference,
    kind: z.enum(taskKinds),
    subject: z.string().openapi({ example: 'address:12' }),
    addressId: reference.nullable(),
    channel: z.string().nullable().openapi({ example: 'email' }),
    contactId: reference.nullable(),
    contact: z.string().nullable(),
    organisations: z.array(z.string()),
    detail: z.string().nullable().openapi({ description: 'Why, in the words of who said it.' }),
    openedAt: instant,
    closedAt: instantOrNull,
    closedBy: reference.nullable(),
    remark: z.string().nullable(),
  })
  .openapi('Task');

/** What only a person can settle. */
export const tasks: Resource = {
  tag: 'Tasks',
  description: 'What only a person can settle: an address that stopped working, a key that ends.',
  operations: [
    operation({
      method: 'get',
      path: '/tasks',
      id: 'listTasks',
      access: everyone,
      summary: 'What waits for a duty officer, or was settled, the newest first',
      query: { ...pageQuery, open: flag.optional().openapi({ description: 'Only those open.' }) },
      answer: pageOf(task),
      handle: async ({ hub, query: { limit, cursor, open } }) => {
        const found = await listTasks(hub.sql, { open, before: idOf(cursor), limit: limit + 1 });
        return pageFrom(found, limit, (row) => [row.id]);
      },
    }),
    operation({
      method: 'post',
      path: '/tasks/{taskId}/closure',
      id: 'closeTask',
      access: ['duty officer'],
      summary: 'Close a task with what was done about it',
      params: { taskId: id },
      body: z
        .strictObject({
          remark: z.string().trim().min(1).max(2000).openapi({ example: 'Given a new address.' }),
        })
        .openapi('TaskClosure'),
      answer: task,
      handle: ({ hub, operatorId, params, body }) =>
        closeTask(hub, { ...params, ...body, operatorId }),
    }),
  ],
};
