import postgres from 'postgres';
import { createBegin } from './begin.ts';

type Types = { bigint: number };

/** A pool of connections: it begins transactions, listens, and is ended. */
export type Client = postgres.Sql<Types>;
/** Whatever runs a query: the pool or a transaction. A function that takes it does not care which. */
export type Sql = postgres.ISql<Types>;
/** A piece of a statement. */
export type Fragment = postgres.Fragment;

/** An int8 column is read as a number: no table of ours reaches 2^53 rows. */
const bigint = { to: 20, from: [20], parse: Number, serialize: String };

/**
 * Opens a pool on PostgreSQL. Columns come back in camelCase, `undefined` is written as NULL, JSON is left as it stands.
 * `max` is the most connections held at once; `name` shows in `pg_stat_activity`.
 */
export function connect(
  url: string,
  {
    max,
    name = 'semafoor',
    onnotice,
  }: { max: number; name?: string; onnotice?: (notice: postgres.Notice) => void },
): Client {
  const client = postgres(url, {
    max,
    prepare: true,
    connect_timeout: 10,
    // Seconds; the package's own goes up to 20, in which nobody would be told that the database is away, or back.
    backoff: () => 0.25,
    connection: { application_name: name, TimeZone: 'UTC' },
    types: { bigint },
    transform: { undefined: null, column: { from: postgres.toCamel, to: postgres.fromCamel } },
    onnotice: onnotice ?? (() => {}),
  });
  return Object.assign(client, { begin: createBegin(client) });
}
