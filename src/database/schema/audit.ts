import { sql } from 'drizzle-orm';
import { bigint, bigserial, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { at, bytea } from './word.ts';

export const auditEntries = pgTable(
  'audit_entries',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: at('at').notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    object: text().notNull(),
    result: text().notNull(),
    origin: text().notNull(),
    detail: jsonb().notNull(),
    /** Set once, by the chainer. */
    position: bigint({ mode: 'number' }).unique(),
    hash: bytea(),
  },
  (t) => [index('unchained').on(t.id).where(sql`position is null`), index().on(t.object)],
);

/** Signed heads of the chain, one an hour and the newest; the key is not in the database. */
export const auditHeads = pgTable('audit_heads', {
  position: bigint({ mode: 'number' }).primaryKey(),
  hash: bytea().notNull(),
  at: at('at').notNull(),
  keyId: text().notNull(),
  signature: bytea().notNull(),
});
