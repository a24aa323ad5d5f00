import { sql } from 'drizzle-orm';
import { index, integer, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core';
import { at, bytea, id } from './word.ts';

/** Somebody asked for a topic to be pushed, or no longer: the callback itself is asked whether it wants that. Real time. */
export const websubRequests = pgTable(
  'websub_requests',
  {
    id: id(),
    mode: text({ enum: ['subscribe', 'unsubscribe'] }).notNull(),
    topic: text().notNull(),
    callback: text().notNull(),
    host: text().notNull(),
    /** Sealed. */
    secret: text(),
    leaseSeconds: integer().notNull(),
    /** A keyed hash, to bound how often one client asks. */
    clientHash: bytea().notNull(),
    askedAt: at('asked_at').notNull().default(sql`clock_timestamp()`),
    leaseId: uuid(),
    leasedUntil: at('leased_until'),
    /** Answered, refused or overtaken; kept for the count of its client. */
    endedAt: at('ended_at'),
  },
  (t) => [
    index().on(t.clientHash, t.askedAt),
    index('waiting_websub_requests').on(t.id).where(sql`ended_at is null`),
  ],
);

/** A topic that is pushed to a callback until its lease ends. Real time. */
export const websubSubscriptions = pgTable(
  'websub_subscriptions',
  {
    id: id(),
    /** The path of a feed. */
    topic: text().notNull(),
    callback: text().notNull(),
    host: text().notNull(),
    /** Sealed. */
    secret: text(),
    expiresAt: at('expires_at').notNull(),
    /** The news that it was told last; anything else is owed to it. */
    told: text().notNull(),
    /** Tries of what is owed. */
    attempts: smallint().notNull().default(0),
    dueAt: at('due_at').notNull().default(sql`clock_timestamp()`),
    leaseId: uuid(),
    leasedUntil: at('leased_until'),
    /** What came of the last try. */
    detail: text(),
  },
  (t) => [unique().on(t.topic, t.callback)],
);
