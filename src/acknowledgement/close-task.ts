import { z } from 'zod';
import { record } from '../audit.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { requireRole } from '../operator/operator.ts';
import { parse } from '../parse.ts';
import { findTask, type Task } from './list-tasks.ts';

const input = z.strictObject({
  taskId: z.int().positive(),
  /** What was done about it, for whoever looks back. */
  remark: z.string().trim().min(1).max(2000),
  operatorId: z.int().positive(),
});

/** Closes a task, once, with what was done. @throws HubError not_found | forbidden, `conflict` when it was closed already */
export async function closeTask(hub: Hub, raw: z.input<typeof input>): Promise<Task> {
  const { taskId, remark, operatorId } = parse(input, raw);
  return hub.sql.begin(async (sql) => {
    await requireRole(sql, operatorId, ['duty officer']);
    const { count } = await sql`
      UPDATE tasks SET closed_at = hub_now(), closed_by = ${operatorId}, remark = ${remark}
      WHERE id = ${taskId} AND closed_at IS NULL`;
    const task = await findTask(sql, taskId);
    if (count === 0) throw new HubError('conflict', 'This task was closed already.');
    const { kind, subject } = task;
    const deed = { action: 'close', object: `task:${taskId}`, detail: { kind, subject } };
    await record(sql, { actor: `operator:${operatorId}`, ...deed });
    return task;
  });
}
