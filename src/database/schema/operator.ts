import { sql } from 'drizzle-orm';
import {
  boolean,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { hashOf } from '../hash.ts';
import { organisations } from './audience.ts';
import { at, bytea, id, language, tlp } from './word.ts';

/** Written in the clear and kept as a hash; what is read back is the hash. */
const hashed = customType<{ data: string; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: hashOf,
  fromDriver: (hash) => hash.toString('hex'),
});

const instant = (name: string) => at(name).notNull().default(sql`clock_timestamp()`);

/** The auth library's model "user"; the last three columns are there for it. */
export const operators = pgTable('operators', {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  roles: text().array().notNull().default([]),
  language: language().notNull().default('nl'),
  createdAt: at('created_at').notNull(),
  disabledAt: at('disabled_at'),
  emailVerified: boolean().notNull().default(false),
  twoFactorEnabled: boolean().notNull().default(false),
  updatedAt: instant('updated_at'),
});

const owner = () =>
  integer('operator_id')
    .notNull()
    .references(() => operators.id);

/** Who is signed in. `expiresAt` moves on while the session is used; its end is set by `createdAt`. Real time. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: owner(),
    token: hashed().notNull().unique(),
    createdAt: instant('created_at'),
    updatedAt: instant('updated_at'),
    expiresAt: at('expires_at').notNull(),
    ipAddress: text(),
    userAgent: text(),
  },
  (t) => [index().on(t.userId)],
);

/** How an operator proves who they are: a password, hashed slowly and with salt. */
export const accounts = pgTable('accounts', {
  id: id(),
  userId: owner().unique(),
  providerId: text().notNull().default('credential'),
  accountId: text().notNull(),
  password: text(),
  createdAt: instant('created_at'),
  updatedAt: instant('updated_at'),
});

/** Sign-ins that wait for their second factor; `identifier` is hashed by the auth library. */
export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: instant('created_at'),
    updatedAt: instant('updated_at'),
  },
  (t) => [index().on(t.identifier)],
);

/** The secret that one-time codes come from and the backup codes, both encrypted with a key outside the database. */
export const twoFactors = pgTable('two_factors', {
  id: id(),
  userId: owner().unique(),
  secret: text().notNull(),
  backupCodes: text().notNull(),
  verified: boolean().notNull().default(false),
  failedVerificationCount: integer().notNull().default(0),
  lockedUntil: at('locked_until'),
  /** The newest code that was taken, as its 30 seconds' number: none is taken twice. */
  lastStep: integer(),
});

/** Addresses that work once: to accept an invitation, to recover an account, to make the first administrator. */
export const oneTimeLinks = pgTable('one_time_links', {
  id: id(),
  kind: text().notNull(),
  operatorId: integer().references(() => operators.id),
  tokenHash: bytea().notNull().unique(),
  createdBy: integer().references(() => operators.id),
  createdAt: instant('created_at'),
  expiresAt: at('expires_at').notNull(),
  usedAt: at('used_at'),
});

/** Failed sign-ins, by a keyed hash of the typed address or of the client: known and unknown accounts look alike. */
export const signInFailures = pgTable('sign_in_failures', {
  key: bytea().primaryKey(),
  failures: integer().notNull(),
  lastAt: at('last_at').notNull(),
  /** Until then nothing is tried. */
  closedUntil: at('closed_until').notNull(),
});

export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    operatorId: integer()
      .notNull()
      .references(() => operators.id),
    name: text().notNull(),
    /** How the key begins, to recognise it by. */
    hint: text().notNull(),
    keyHash: bytea().notNull().unique(),
    /** What of its owner's roles it may use. */
    roles: text().array().notNull().default([]),
    /** The partner whose machine holds it: such a key has no roles and opens only what is for partners. */
    organisationId: integer().references(() => organisations.id),
    /** A partner's key opens nothing above it, nor above the organisation's own ceiling. */
    tlpCeiling: tlp(),
    createdAt: instant('created_at'),
    expiresAt: at('expires_at').notNull(),
    lastUsedAt: at('last_used_at'),
    revokedAt: at('revoked_at'),
  },
  (t) => [index().on(t.operatorId)],
);

/** Changes of roles that one administrator asked for and another decides on. */
export const roleRequests = pgTable(
  'role_requests',
  {
    id: id(),
    operatorId: integer()
      .notNull()
      .references(() => operators.id),
    roles: text().array().notNull(),
    requestedBy: integer()
      .notNull()
      .references(() => operators.id),
    requestedAt: instant('requested_at'),
    decidedBy: integer().references(() => operators.id),
    decidedAt: at('decided_at'),
    decision: text(),
  },
  (t) => [uniqueIndex().on(t.operatorId).where(sql`decided_at IS NULL`)],
);

/**
 * What was answered to a POST that carried an `Idempotency-Key`, for 24 hours of real time. Written in the transaction
 * of what it did: a row that can be seen has its answer.
 */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    operatorId: integer()
      .notNull()
      .references(() => operators.id),
    key: text().notNull(),
    requestHash: bytea().notNull(),
    status: smallint(),
    headers: jsonb(),
    body: text(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.operatorId, t.key] }), index().on(t.createdAt)],
);
