import { sql } from 'drizzle-orm';
import { bigint, check, integer, pgTable } from 'drizzle-orm/pg-core';

/** One row: how far the domain clock stands from real time (tests and the demo alone move it). */
export const clock = pgTable(
  'clock',
  {
    id: integer().primaryKey().default(1),
    offsetMs: bigint({ mode: 'number' }).notNull().default(0),
  },
  (t) => [check('clock_is_one_row', sql`${t.id} = 1`)],
);
