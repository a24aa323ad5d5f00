import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { taskKinds } from '../../task.ts';
import { addresses, organisations } from './audience.ts';
import { operators } from './operator.ts';
import { at, id } from './word.ts';

/** What only a person can settle. */
export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    kind: text({ enum: taskKinds }).notNull(),
    subject: text().notNull(),
    addressId: integer().references(() => addresses.id),
    organisationId: integer().references(() => organisations.id),
    detail: text(),
    openedAt: at('opened_at').notNull(),
    closedAt: at('closed_at'),
    closedBy: integer().references(() => operators.id),
    /** What was done about it. */
    remark: text(),
  },
  (t) => [
    uniqueIndex('open_task').on(t.kind, t.subject).where(sql`${t.closedAt} IS NULL`),
    index().on(t.addressId),
  ],
);
