import type { z } from 'zod';
import type { Fragment, Sql } from '../../database/connect.ts';
import type { Column } from './column.ts';
import type { CsvKind } from './kind.ts';
import type { Row } from './row.ts';

/**
 * How one noun is written as CSV. Every sheet has two columns more than these: `id`, which an export fills and an import
 * may leave empty, and `remove`, which says yes where a row is to go.
 */
export type Sheet = {
  kind: CsvKind;
  columns: Column[];
  /** Reads the fields of one row: the schema of the noun's own verb, with names where that has ids. */
  schema: z.ZodObject;
  /** Beside a number, `id` may be any word: rows with the same word are of one new thing. */
  labels?: true;
  /** Rows that one file may hold, where that is fewer than of others. */
  mostRows?: number;
  /** Looks at a row that the schema took more closely, and changes it to what is compared; null where it will do. */
  examine?: (row: Row) => Promise<Flaw | null>;
  /** What the rows need that no column says (`lane`). */
  derive?: (row: Record<string, unknown>) => Record<string, unknown>;
  /** Written and read by an apply, in this order: the first ones are locked against every writer. */
  tables: { written: string[]; read: string[] };
  /**
   * A SELECT of (ref, id, fields) of what is stored: `ref` names a row, `fields` is jsonb by field. An export prints it and
   * an import compares with it, so that what was exported is unchanged when it comes back.
   */
  stored(sql: Sql): Fragment;
  /** The order of an export: a piece of SQL over `fields` and `id`. */
  order(sql: Sql): Fragment;
  /** Fills `ref` of `import_rows` (and `owner`, `subject`), and `import_findings` with what cannot be. */
  resolve(sql: Sql, says: Says): Promise<void>;
  /** Carries out the actions of `import_rows`, set by set. */
  apply(sql: Sql, says: Says): Promise<void>;
};

/** What is wrong with a row, and in which field. */
export type Flaw = { field: string; message: string };

/** What a file says: the fields that it has columns for, and what a new row gets for the others. */
export type Says = { fields: string[]; defaults: Record<string, unknown> };
