import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { addresses, organisations } from './audience.ts';
import { at } from './word.ts';

/** What a partner's machine asked to be told at one address, and what its messages are signed with. Real time. */
export const webhooks = pgTable(
  'webhooks',
  {
    addressId: integer()
      .primaryKey()
      .references(() => addresses.id),
    /** Whose machine it is: it is told nothing that is for another organisation of the same contact. */
    organisationId: integer().references(() => organisations.id),
    form: text({ enum: ['thin', 'full'] }).notNull(),
    /** The filter; empty arrays mean any. */
    eventTypes: text().array().notNull().default([]),
    risks: text().array().notNull().default([]),
    products: jsonb().notNull().default([]),
    /** Sealed. The one before signs too until its time is over. */
    secret: text().notNull(),
    previousSecret: text(),
    previousUntil: at('previous_until'),
    createdAt: at('created_at').notNull().default(sql`clock_timestamp()`),
    /** Since when nothing arrived; null as long as things do. */
    failingSince: at('failing_since'),
    /** When its contact was told that nothing arrives. */
    warnedAt: at('warned_at'),
  },
  (t) => [index().on(t.organisationId)],
);

/** The newest tries of each endpoint, with the start of the answer. Real time. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    addressId: integer().notNull(),
    /** 0 for a test event. */
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

/** What goes to an endpoint beside the ledger, because its owner asked: a delivery again, or a test event. Real time. */
export const replays = pgTable(
  'replays',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    addressId: integer()
      .notNull()
      .references(() => addresses.id),
    /** Null for a test event. */
    deliveryId: bigint({ mode: 'number' }),
    askedAt: at('asked_at').notNull().default(sql`clock_timestamp()`),
    attempts: smallint().notNull().default(0),
    /** When it may be tried; while it is being tried, when somebody else may take over. */
    dueAt: at('due_at').notNull().default(sql`clock_timestamp()`),
    endedAt: at('ended_at'),
    sent: boolean(),
    detail: text(),
  },
  (t) => [
    index('waiting_replays').on(t.addressId, t.id).where(sql`ended_at is null`),
    index().on(t.deliveryId),
  ],
);
