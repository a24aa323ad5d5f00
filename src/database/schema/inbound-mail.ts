import { bigint, date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at, id } from './word.ts';

/** How much mail came in, by day and by what became of it; the mail itself is not kept. */
export const inboundMailCounts = pgTable(
  'inbound_mail_counts',
  {
    day: date().notNull(),
    outcome: text().notNull(),
    /** Why it was dropped or doubted, in the hub's own words; empty where there is nothing to say. */
    reason: text().notNull(),
    messages: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.day, t.outcome, t.reason] })],
);

/** The newest of it that changed nothing. */
export const droppedMails = pgTable('dropped_mails', {
  id: id(),
  at: at('at').notNull(),
  reason: text().notNull(),
  /** The delivery whose address it came to; null where the address was none of ours. */
  deliveryId: bigint({ mode: 'number' }),
});
