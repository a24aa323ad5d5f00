import type { Fragment, Sql } from '../database/connect.ts';

/**
 * A digest of a set of addresses, as SQL over a column of address ids: exclusive or of 64-bit hashes, so that it
 * needs no order and costs one pass. It tells sets apart; it is not a secret.
 */
export const digestOf = (sql: Sql, column: Fragment) =>
  joinMarks(sql, sql`hashint8extended(${column}, 0)`);

/** The mark of a part of a set: the marks of its parts make the digest of the whole. */
export const markOf = (sql: Sql, column: Fragment) => sql`bit_xor(hashint8extended(${column}, 0))`;

/** The digest of a set, from the marks of its parts. */
export const joinMarks = (sql: Sql, mark: Fragment) => sql`to_hex(coalesce(bit_xor(${mark}), 0))`;
