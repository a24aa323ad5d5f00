import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { approvals, notices, versions } from './advisory.ts';
import { audiences, policyLines } from './audience.ts';
import { operators } from './operator.ts';
import {
  at,
  channelRule,
  choice,
  deliveryState,
  form,
  id,
  language,
  reason,
  requestKind,
  responseStatus,
  source,
} from './word.ts';

export const dispatches = pgTable(
  'dispatches',
  {
    id: id(),
    versionId: integer().references(() => versions.id),
    noticeId: integer().references(() => notices.id),
    reason: reason().notNull(),
    source: source().notNull(),
    audienceId: integer().references(() => audiences.id),
    policyLineId: integer().references(() => policyLines.id),
    approvalId: integer()
      .notNull()
      .references(() => approvals.id),
    /** Its place among the dispatches of one approval: an address in two of them belongs to the first. */
    position: smallint().notNull(),
    roles: text().array().notNull().default([]),
    channelRule: channelRule().notNull(),
    pointerAbove: boolean().notNull().default(false),
    coveringNote: jsonb(),
    requestKind: requestKind(),
    requestedBy: text(),
    conditions: jsonb().notNull().default([]),
    deadlineAt: at('deadline_at'),
    reminderMinutes: integer().array().notNull().default([]),
    /** 0 is Urgent and overtakes everything. */
    priority: smallint().notNull(),
    createdAt: at('created_at').notNull(),
    expandedAt: at('expanded_at'),
    addressCount: integer(),
    digest: text(),
    pausedAt: at('paused_at'),
    pausedReason: text(),
    /** Cancelled or superseded: nothing of it is claimed any more, a sweep ends what is still queued. */
    stoppedAt: at('stopped_at'),
    stoppedReason: text(),
    finishedAt: at('finished_at'),
  },
  (t) => [
    check('dispatch_has_one_subject', sql`num_nonnulls(${t.versionId}, ${t.noticeId}) = 1`),
    unique().on(t.approvalId, t.position),
    index().on(t.versionId),
    index('open_dispatches').on(t.priority, t.id).where(sql`finished_at is null`),
  ],
);

/** The ledger, also the queue. */
export const deliveries = pgTable(
  'deliveries',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    dispatchId: integer().notNull(),
    addressId: integer().notNull(),
    contactId: integer(),
    /** For whom the contact gets it, frozen: a shared SOC stands for several. Null for the public. */
    organisationIds: integer().array(),
    channel: text().notNull(),
    lane: text().notNull(),
    form: form().notNull(),
    state: deliveryState().notNull(),
    attempts: smallint().notNull().default(0),
    /** Real time: when it may be tried (again). */
    dueAt: at('due_at').notNull().default(sql`clock_timestamp()`),
    leaseId: uuid(),
    leasedUntil: at('leased_until'),
    /** Handed over, or in doubt: the first moment from which the recipient may have it. Domain time. */
    handedAt: at('handed_at'),
    settledAt: at('settled_at'),
    /** The server's words, or why it was left out or stopped. */
    detail: text(),
    /** What the other side calls the message, so that a later one can answer or change it. */
    reference: text(),
  },
  (t) => [
    unique('once').on(t.dispatchId, t.addressId),
    index('queue').on(t.dispatchId, t.lane, t.dueAt).where(sql`state = 'queued'`),
    index('leases').on(t.leasedUntil).where(sql`state = 'sending'`),
    // What a partner's machine was told: few among millions.
    index('webhook_deliveries').on(t.addressId, t.id).where(sql`channel = 'webhook'`),
    // Whom a message did not reach, the newest first: few among millions.
    index('failures').on(t.dispatchId, t.id).where(sql`state in ('failed', 'bounced')`),
  ],
);

/** The pace of a lane that has a rate, for all processes together: until when its places are given out. Real time. */
export const lanes = pgTable('lanes', {
  lane: text().primaryKey(),
  freeAt: at('free_at').notNull(),
});

/** The roll-up: how an organisation stands in a dispatch; written by whatever statement settles or acknowledges. */
export const organisationDispatches = pgTable(
  'organisation_dispatches',
  {
    organisationId: integer().notNull(),
    dispatchId: integer().notNull(),
    open: integer().notNull().default(0),
    sent: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    bounced: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    cancelled: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
    reachedAt: at('reached_at'),
    acknowledgedAt: at('acknowledged_at'),
    choice: choice(),
    respondedAt: at('responded_at'),
    responseStatus: responseStatus(),
  },
  (t) => [primaryKey({ columns: [t.dispatchId, t.organisationId] }), index().on(t.organisationId)],
);

/** A dispatch's totals are the sum of its deltas: nobody waits for a hot counter. */
export const dispatchDeltas = pgTable(
  'dispatch_deltas',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    dispatchId: integer().notNull(),
    at: at('at').notNull(),
    channel: text().notNull().default(''),
    open: integer().notNull().default(0),
    sent: integer().notNull().default(0),
    delivered: integer().notNull().default(0),
    bounced: integer().notNull().default(0),
    failed: integer().notNull().default(0),
    cancelled: integer().notNull().default(0),
    skipped: integer().notNull().default(0),
  },
  (t) => [index().on(t.dispatchId)],
);

/** A message that somebody sends to himself before it is anybody's: never a delivery, so never in the ledger. */
export const testMails = pgTable(
  'test_mails',
  {
    id: id(),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    reason: reason().notNull(),
    /** The line of the coming fan-out whose recipients read this. */
    position: smallint().notNull(),
    form: form().notNull(),
    owner: text({ enum: ['contact', 'public'] }).notNull(),
    language: language().notNull(),
    operatorId: integer()
      .notNull()
      .references(() => operators.id),
    /** Real time, as is the lease: how often one may be asked for has nothing to do with the domain clock. */
    askedAt: at('asked_at').notNull().default(sql`clock_timestamp()`),
    leasedUntil: at('leased_until'),
    endedAt: at('ended_at'),
    sent: boolean(),
    /** The server's words. */
    detail: text(),
  },
  (t) => [
    index().on(t.operatorId, t.askedAt),
    index('waiting_test_mails').on(t.id).where(sql`ended_at is null`),
  ],
);

/** What changed between preview and expansion, by name. */
export const dispatchChanges = pgTable('dispatch_changes', {
  id: id(),
  dispatchId: integer()
    .notNull()
    .references(() => dispatches.id),
  addressId: integer().notNull(),
  organisationId: integer(),
  change: text().notNull(),
});
