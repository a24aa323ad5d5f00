import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { advisories } from './advisory.ts';
import { operators } from './operator.ts';
import { at, bytea, change, channelRule, id, kind, language, requestKind, tlp } from './word.ts';

export const organisations = pgTable(
  'organisations',
  {
    id: id(),
    name: text().notNull().unique(),
    kind: kind().notNull(),
    sector: text(),
    parentId: integer(),
    regulatorId: integer(),
    language: language().notNull().default('nl'),
    tlpCeiling: tlp().notNull().default('RED'),
    /** An information hub listed for its own use may hold AMBER+STRICT. */
    ownUseSince: date(),
    removedAt: at('removed_at'),
  },
  (t) => [
    index().on(t.kind),
    index().on(t.parentId),
    index().on(t.regulatorId),
    index('organisations_by_group').on(t.kind, t.sector.nullsFirst(), t.name),
    index('organisations_by_name').on(sql`lower(${t.name})`, t.id),
  ],
);

export const contacts = pgTable(
  'contacts',
  {
    id: id(),
    name: text().notNull(),
    /** A mailbox that several people read: whoever answers is asked for a name. */
    functional: boolean().notNull().default(false),
    language: language().notNull().default('nl'),
    removedAt: at('removed_at'),
  },
  (t) => [index('contacts_by_name').on(sql`lower(${t.name})`, t.id)],
);

export const contactOrganisations = pgTable(
  'contact_organisations',
  {
    contactId: integer()
      .notNull()
      .references(() => contacts.id),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id),
    role: text().notNull(),
    /** 1 is phoned first. */
    phoneOrder: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contactId, t.organisationId, t.role] }),
    index().on(t.organisationId),
  ],
);

export const subscriptions = pgTable('subscriptions', {
  id: id(),
  language: language().notNull(),
  urgentOnly: boolean().notNull().default(false),
  createdAt: at('created_at').notNull(),
  confirmedAt: at('confirmed_at'),
  endedAt: at('ended_at'),
});

/**
 * Somebody typed an address into the subscribe form; whoever reads its mail confirms within the term, or nothing comes
 * of it. All of it in real time.
 */
export const confirmations = pgTable(
  'confirmations',
  {
    id: id(),
    /** Where the mail goes; empty once it was confirmed or its term is over: then nobody needs it. */
    target: text(),
    /** Keyed hashes, to bound how often one address and one client are served. */
    targetHash: bytea().notNull(),
    clientHash: bytea().notNull(),
    language: language().notNull(),
    urgentOnly: boolean().notNull(),
    askedAt: at('asked_at').notNull().default(sql`clock_timestamp()`),
    expiresAt: at('expires_at').notNull(),
    /** What was confirmed. */
    subscriptionId: integer().references(() => subscriptions.id),
    attempts: smallint().notNull().default(0),
    leasedUntil: at('leased_until'),
    /** The mail left, or was given up. */
    endedAt: at('ended_at'),
    sent: boolean(),
    /** The server's words. */
    detail: text(),
  },
  (t) => [
    index().on(t.targetHash, t.askedAt),
    index().on(t.clientHash, t.askedAt),
    index('waiting_confirmations').on(t.id).where(sql`ended_at is null`),
  ],
);

/** One way to reach exactly one owner. */
export const addresses = pgTable(
  'addresses',
  {
    id: id(),
    contactId: integer().references(() => contacts.id),
    subscriptionId: integer().references(() => subscriptions.id),
    publicChannel: text(),
    channel: text().notNull(),
    target: text().notNull(),
    /** The transport's lane (`email`, a webhook's host, a chat): what one stalled destination may hold up. */
    lane: text().notNull(),
    /** 0 is the preferred address of its owner. */
    preference: smallint().notNull().default(0),
    tlpCeiling: tlp().notNull().default('RED'),
    encryptionKey: text(),
    /** Of a public channel; a contact's and a subscription's are their own. */
    language: language(),
    verifiedAt: at('verified_at'),
    disabledAt: at('disabled_at'),
    disabledReason: text(),
    /** Of a public channel that was taken away; what was told there refers to it. */
    removedAt: at('removed_at'),
  },
  (t) => [
    check(
      'address_has_one_owner',
      sql`num_nonnulls(${t.contactId}, ${t.subscriptionId}, ${t.publicChannel}) = 1`,
    ),
    index().on(t.contactId),
    index().on(t.subscriptionId),
    unique().on(t.channel, t.target, t.contactId, t.subscriptionId).nullsNotDistinct(),
    // Broken, unverified, working: contacts' addresses are few beside the public's.
    index('addresses_of_contacts')
      .on(
        sql`(CASE WHEN ${t.disabledAt} IS NOT NULL THEN 0 WHEN ${t.verifiedAt} IS NULL THEN 1 ELSE 2 END)`,
        t.id,
      )
      .where(sql`${t.contactId} IS NOT NULL`),
  ],
);

/** The OpenPGP key that a contact's mail is encrypted to. One that was replaced or taken away stays on record. */
export const encryptionKeys = pgTable(
  'encryption_keys',
  {
    id: id(),
    contactId: integer()
      .notNull()
      .references(() => contacts.id),
    /** The public key, ASCII armored. */
    armored: text().notNull(),
    fingerprint: text().notNull(),
    algorithm: text().notNull(),
    /** In real time, as the key has it. */
    endsAt: at('ends_at'),
    addedAt: at('added_at').notNull(),
    removedAt: at('removed_at'),
  },
  (t) => [
    uniqueIndex('encryption_key_of_contact').on(t.contactId).where(sql`${t.removedAt} IS NULL`),
  ],
);

export const softwareUses = pgTable(
  'software_uses',
  {
    id: id(),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id),
    vendor: text().notNull(),
    product: text().notNull(),
    cpe: text(),
    purl: text(),
    version: text(),
    statedAt: at('stated_at').notNull(),
    endedAt: at('ended_at'),
  },
  (t) => [index().on(t.organisationId)],
);

export const audiences = pgTable(
  'audiences',
  {
    id: id(),
    name: text().notNull(),
    /** `audience/selection.ts`: kinds, sectors, listed organisations, software, public. */
    selection: jsonb().notNull(),
    tlpCeiling: tlp().notNull(),
    /** Dispatches keep referring to it, its name may be given again. */
    removedAt: at('removed_at'),
  },
  (t) => [uniqueIndex('audience_name').on(t.name).where(sql`${t.removedAt} IS NULL`)],
);

export const policyLines = pgTable(
  'policy_lines',
  {
    id: id(),
    position: integer().notNull(),
    /** Empty arrays mean any. */
    risks: text().array().notNull().default([]),
    tlps: tlp().array().notNull().default([]),
    changes: change().array().notNull().default([]),
    audienceId: integer()
      .notNull()
      .references(() => audiences.id),
    roles: text().array().notNull().default([]),
    channelRule: channelRule().notNull(),
    /** What goes where the full text may not: a pointer, or nothing. */
    pointerAbove: boolean().notNull().default(false),
    requestKind: requestKind(),
    deadlineMinutes: integer(),
    reminderMinutes: integer().array().notNull().default([]),
    /** A line that is changed or taken out ends, for dispatches refer to it; its place is free again. */
    endedAt: at('ended_at'),
  },
  (t) => [
    uniqueIndex('policy_line_position').on(t.position).where(sql`${t.endedAt} IS NULL`),
    index().on(t.audienceId),
  ],
);

/** A code with which a contact brings a chat of its own under its name, once. */
export const chatCodes = pgTable(
  'chat_codes',
  {
    id: id(),
    /** Of the code, which is shown once and kept nowhere. */
    hash: bytea().notNull().unique(),
    contactId: integer()
      .notNull()
      .references(() => contacts.id),
    operatorId: integer()
      .notNull()
      .references(() => operators.id),
    expiresAt: at('expires_at').notNull(),
    usedAt: at('used_at'),
  },
  (t) => [index().on(t.contactId)],
);

/** Who is taken off an advisory's followers, and why. */
export const removals = pgTable(
  'removals',
  {
    id: id(),
    advisoryId: integer()
      .notNull()
      .references(() => advisories.id),
    addressId: integer()
      .notNull()
      .references(() => addresses.id),
    reason: text().notNull(),
    operatorId: integer()
      .notNull()
      .references(() => operators.id),
    at: at('at').notNull(),
  },
  (t) => [unique().on(t.advisoryId, t.addressId)],
);
