import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import { type TaskKind, taskKinds } from '../task.ts';

/** Something that a duty officer has to settle, or settled. */
export type Task = {
  id: number;
  kind: TaskKind;
  subject: string;
  addressId: number | null;
  channel: string | null;
  contactId: number | null;
  contact: string | null;
  /** For whom the contact is there, or the one that was named, by name. */
  organisations: string[];
  detail: string | null;
  openedAt: Date;
  closedAt: Date | null;
  closedBy: number | null;
  remark: string | null;
};

type Wish = { open?: boolean | undefined; before?: number | null | undefined; limit: number };

/** Tasks, the newest first; `open` those that wait, or else those that are done. */
export function listTasks(sql: Sql, { open, before = null, limit }: Wish) {
  return sql<Task[]>`
    SELECT ${taskColumns(sql)} FROM ${taskRows(sql)}
    WHERE (${open ?? null}::boolean IS NULL OR (t.closed_at IS NULL) = ${open ?? null})
      AND (${before}::int IS NULL OR t.id < ${before})
    ORDER BY t.id DESC
    LIMIT ${limit}`;
}

/** What waits for who is on duty: the most pressing kind first, within it the oldest. */
export function listOpenTasks(sql: Sql, limit: number) {
  return sql<Task[]>`
    SELECT ${taskColumns(sql)} FROM ${taskRows(sql)}
    WHERE t.closed_at IS NULL
    ORDER BY array_position(${[...taskKinds]}::text[], t.kind), t.id
    LIMIT ${limit}`;
}

/** @throws HubError not_found */
export async function findTask(sql: Sql, taskId: number): Promise<Task> {
  const [task] = await sql<Task[]>`
    SELECT ${taskColumns(sql)} FROM ${taskRows(sql)} WHERE t.id = ${taskId}`;
  if (!task) throw new HubError('not_found', `There is no task with id ${taskId}.`);
  return task;
}

const taskColumns = (sql: Sql) => sql`
  t.id, t.kind, t.subject, t.address_id, a.channel, a.contact_id, c.name AS contact,
  ARRAY(SELECT o.name FROM organisations o
        WHERE o.id = t.organisation_id
           OR t.organisation_id IS NULL AND o.id IN (SELECT co.organisation_id FROM contact_organisations co
                                                     WHERE co.contact_id = a.contact_id)
        ORDER BY o.name) AS organisations,
  t.detail, t.opened_at, t.closed_at, t.closed_by, t.remark`;

const taskRows = (sql: Sql) => sql`
  tasks t
  LEFT JOIN addresses a ON a.id = t.address_id
  LEFT JOIN contacts c  ON c.id = a.contact_id`;
