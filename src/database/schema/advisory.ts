import { sql } from 'drizzle-orm';
import {
  index,
  integer,
  json,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { operators } from './operator.ts';
import { at, change, id, level, reason, state, tlp } from './word.ts';

export const advisories = pgTable('advisories', {
  id: id(),
  trackingId: text().notNull().unique(),
  createdAt: at('created_at').notNull(),
});

export const versions = pgTable(
  'versions',
  {
    id: id(),
    advisoryId: integer()
      .notNull()
      .references(() => advisories.id),
    /** 0 is shown as 1.00 and written 1.0.0 in CSAF. */
    ordinal: integer().notNull(),
    /** An imported document's own `tracking.version`, kept verbatim. */
    importedVersion: text(),
    state: state().notNull().default('draft'),
    change: change().notNull(),
    correctsVersionId: integer(),
    tlp: tlp().notNull(),
    likelihood: level().notNull(),
    impact: level().notNull(),
    /** The fifteen answers of the risk matrix. */
    matrix: jsonb(),
    deviation: text(),
    /** Texts per language, products, CVE, remediations, references: `advisory/content.ts`. */
    content: jsonb().notNull(),
    revision: integer().notNull().default(1),
    createdAt: at('created_at').notNull(),
    submittedAt: at('submitted_at'),
    approvedAt: at('approved_at'),
    /** The set time of publication; null is at once, when an operator says so. */
    publishAt: at('publish_at'),
    publishedAt: at('published_at'),
  },
  (t) => [
    unique().on(t.advisoryId, t.ordinal),
    uniqueIndex('one_open_version').on(t.advisoryId).where(sql`state <> 'published'`),
    index().on(t.publishedAt).where(sql`state = 'published'`),
  ],
);

/** Who wrote, edited or imported a version or notice: none of them approves it. */
export const authorships = pgTable('authorships', {
  id: id(),
  versionId: integer().references(() => versions.id),
  noticeId: integer().references(() => notices.id),
  operatorId: integer()
    .notNull()
    .references(() => operators.id),
  act: text().notNull(),
  at: at('at').notNull(),
});

/** The CSAF document that a version was imported from: the record of what came in, and the detail behind the version. */
export const importedDocuments = pgTable(
  'imported_documents',
  {
    versionId: integer()
      .primaryKey()
      .references(() => versions.id),
    /** `document.publisher.namespace` and `document.tracking`, by which a second coming is known. */
    namespace: text().notNull(),
    trackingId: text().notNull(),
    trackingVersion: text().notNull(),
    trackingStatus: text().notNull(),
    /** `document.tracking`, so that a history is read without 20 MB; json's operators choke on a NUL elsewhere. */
    tracking: json().notNull(),
    /** SHA-256 of the document as JSON with sorted keys, so that layout does not count. */
    digest: text().notNull(),
    /** json, not jsonb: a valid document may hold what jsonb refuses (NUL). At most 20 MB. */
    document: json().notNull(),
    /** The content that was read from it: where a version still says the same, export keeps the document's own words. */
    reading: jsonb().notNull(),
  },
  (t) => [index().on(t.namespace, t.trackingId)],
);

export const withdrawals = pgTable('withdrawals', {
  id: id(),
  versionId: integer()
    .notNull()
    .unique()
    .references(() => versions.id),
  /** Why, per language. */
  statement: jsonb().notNull(),
  operatorId: integer()
    .notNull()
    .references(() => operators.id),
  approvalId: integer().references(() => approvals.id),
  requestedAt: at('requested_at').notNull(),
  withdrawnAt: at('withdrawn_at'),
});

export const events = pgTable('events', {
  id: id(),
  advisoryId: integer().references(() => advisories.id),
  /** What happened, per language. */
  what: jsonb().notNull(),
  happenedAt: at('happened_at').notNull(),
  learnedAt: at('learned_at').notNull(),
  source: text().notNull(),
  operatorId: integer()
    .notNull()
    .references(() => operators.id),
  recordedAt: at('recorded_at').notNull(),
});

export const notices = pgTable('notices', {
  id: id(),
  advisoryId: integer().references(() => advisories.id),
  kind: text().notNull(),
  tlp: tlp().notNull(),
  state: state().notNull().default('draft'),
  /** `{ nl: { title, body }, en: { title, body } }` */
  content: jsonb().notNull(),
  /** `[{ where, at }]` */
  publishedElsewhere: jsonb().notNull().default([]),
  createdAt: at('created_at').notNull(),
  submittedAt: at('submitted_at'),
  approvedAt: at('approved_at'),
  publishedAt: at('published_at'),
});

/** What an operator saw of a coming fan-out: approval rests on it, expansion is compared with it. */
export const previews = pgTable('previews', {
  id: id(),
  versionId: integer().references(() => versions.id),
  noticeId: integer().references(() => notices.id),
  revision: integer().notNull(),
  reason: reason().notNull(),
  operatorId: integer()
    .notNull()
    .references(() => operators.id),
  at: at('at').notNull(),
  addressCount: integer().notNull(),
  digest: text().notNull(),
  /** The addresses of contacts, by id, so that a difference can be named; the public is in count and digest alone. */
  addressIds: integer().array().notNull(),
  summary: jsonb().notNull(),
});

/** The decision behind every dispatch: who, when, on which preview. */
export const approvals = pgTable('approvals', {
  id: id(),
  versionId: integer().references(() => versions.id),
  noticeId: integer().references(() => notices.id),
  previewId: integer().references(() => previews.id),
  operatorId: integer()
    .notNull()
    .references(() => operators.id),
  at: at('at').notNull(),
  /** Written when four eyes could not be had; loud everywhere. */
  breakGlass: text(),
});

export const consents = pgTable('consents', {
  id: id(),
  approvalId: integer()
    .notNull()
    .references(() => approvals.id),
  office: text().notNull(),
  saidBy: text(),
  givenAt: at('given_at').notNull(),
  means: text().notNull(),
});
