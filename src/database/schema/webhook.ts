import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { addresses } from './audience.ts';
import { at } from './word.ts';

/** What a webhook's messages are signed with, and what goes inside them. */
export const webhooks = pgTable('webhooks', {
  addressId: integer()
    .primaryKey()
    .references(() => addresses.id),
  form: text({ enum: ['thin', 'full'] }).notNull(),
  /** Sealed. The one before signs too until its time is over (real time). */
  secret: text().notNull(),
  previousSecret: text(),
  previousUntil: at('previous_until'),
});

/** The newest tries of each endpoint, with the start of the answer. Real time. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    addressId: integer().notNull(),
    deliveryId: bigint({ mode: 'number' }).notNull(),
    key: text().notNull(),
    /** Null when no answer came. */
    status: smallint(),
    answer: text().notNull(),
    durationMs: integer().notNull(),
    at: at('at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index().on(t.addressId, t.id)],
);
