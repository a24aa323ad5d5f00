import { bigint, boolean, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { versions } from './advisory.ts';
import { contacts, organisations } from './audience.ts';
import { dispatches } from './fanout.ts';
import { operators } from './operator.ts';
import { at, choice, id, origin, responseStatus } from './word.ts';

/** Every answer ever given; the newest of a person is the one that stands. */
export const acknowledgements = pgTable(
  'acknowledgements',
  {
    id: id(),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id),
    contactId: integer().references(() => contacts.id),
    deliveryId: bigint({ mode: 'number' }),
    choice: choice().notNull(),
    /** Who answered, where the contact is a functional mailbox or the answer came by phone. */
    saidBy: text(),
    remark: text(),
    origin: origin().notNull(),
    /** User agent, seconds from view to answer, … : enough to argue whether a person did it. */
    provenance: jsonb().notNull(),
    /** Why it looks automatic; it does not count until a person confirms. */
    suspicion: text(),
    confirmedAt: at('confirmed_at'),
    enteredBy: integer().references(() => operators.id),
    late: boolean().notNull(),
    at: at('at').notNull(),
  },
  (t) => [index().on(t.versionId, t.organisationId), index().on(t.deliveryId)],
);

/** Every answer to a request; the newest of an organisation is the one that stands. */
export const responses = pgTable(
  'responses',
  {
    id: id(),
    dispatchId: integer()
      .notNull()
      .references(() => dispatches.id),
    organisationId: integer()
      .notNull()
      .references(() => organisations.id),
    contactId: integer().references(() => contacts.id),
    status: responseStatus().notNull(),
    /** One argument per condition of the request. */
    explanation: jsonb().notNull().default([]),
    remark: text(),
    saidBy: text(),
    origin: origin().notNull(),
    enteredBy: integer().references(() => operators.id),
    late: boolean().notNull(),
    at: at('at').notNull(),
  },
  (t) => [index().on(t.dispatchId, t.organisationId)],
);

export const relayReports = pgTable('relay_reports', {
  id: id(),
  versionId: integer()
    .notNull()
    .references(() => versions.id),
  organisationId: integer()
    .notNull()
    .references(() => organisations.id),
  passedOnTo: integer().notNull(),
  /** Counts per response, where the hub knows them. */
  counts: jsonb(),
  at: at('at').notNull(),
});
