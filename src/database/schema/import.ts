import { index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { operators } from './operator.ts';
import { at, bytea, id } from './word.ts';

/** An uploaded file of which a preview was shown, so that the very same bytes are applied; and that it was. */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    operatorId: integer()
      .notNull()
      .references(() => operators.id),
    /** `audience/csv/kind.ts`. */
    kind: text().notNull(),
    /** Empty once it was applied: it holds personal data, and what became of it is in the tables. */
    content: bytea(),
    /** Of the outcome that the preview showed. */
    digest: text().notNull(),
    /** Rows by action: added, changed, removed, unchanged. */
    counts: jsonb().notNull(),
    createdAt: at('created_at').notNull(),
    appliedAt: at('applied_at'),
  },
  (t) => [index().on(t.operatorId)],
);
