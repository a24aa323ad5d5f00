import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { blind } from './secret.ts';

/** Who tries: the address that was typed, whether or not it has an account, and where from. */
export type Attempt = { email: string; client: string };

/** So many attempts may fail before each next one has to wait. A client is a whole office at times. */
export const limits = { account: 5, client: 30 };
/** In seconds: the first wait, doubled with every further failure, and the longest. */
const wait = { first: 30, longest: 3600 };

/**
 * Counts an attempt before it is made, so that a thousand at once are not all tried; `forgive` takes it back when it
 * succeeds. The counts are in the database, for every process alike, and in real time.
 * @returns how often this account was tried without success, this time included
 * @throws HubError too_many while the account or the client has to wait, in the same words for either
 */
export async function countAttempt(hub: Hub, attempt: Attempt): Promise<number> {
  return hub.sql.begin(async (sql) => {
    await sql`DELETE FROM sign_in_failures WHERE last_at < clock_timestamp() - interval '1 day'`;
    await count(sql, keyOf(hub, 'client', attempt.client), limits.client);
    return count(sql, keyOf(hub, 'account', attempt.email), limits.account);
  });
}

/** Takes back one attempt of the client's and one of the account's, or, once somebody is in, all of the account's. */
export async function forgive(hub: Hub, attempt: Attempt, how: 'one' | 'all'): Promise<void> {
  const account = keyOf(hub, 'account', attempt.email);
  const keys = [account, keyOf(hub, 'client', attempt.client)];
  for (const key of keys)
    await hub.sql`
      UPDATE sign_in_failures
      SET    failures = CASE WHEN ${how === 'all' && key === account} THEN 0 ELSE greatest(failures - 1, 0) END,
             closed_until = clock_timestamp()
      WHERE  key = ${key}`;
}

/** One statement, so that two attempts at the same moment count as two. */
async function count(sql: Sql, key: Buffer, limit: number): Promise<number> {
  const [row] = await sql<{ failures: number }[]>`
    INSERT INTO sign_in_failures AS f (key, failures, last_at, closed_until)
    VALUES (${key}, 1, clock_timestamp(), clock_timestamp())
    ON CONFLICT (key) DO UPDATE
    SET failures = f.failures + 1,
        last_at = clock_timestamp(),
        closed_until = clock_timestamp() + CASE WHEN f.failures + 1 < ${limit} THEN interval '0'
          ELSE least(${wait.first} * power(2, least(f.failures + 1 - ${limit}, 20)), ${wait.longest}) * interval '1 second' END
    WHERE f.closed_until <= clock_timestamp()
    RETURNING failures`;
  if (row) return row.failures;
  const [closed] = await sql<[{ seconds: number }]>`
    SELECT ceil(extract(epoch FROM closed_until - clock_timestamp()))::int AS seconds
    FROM   sign_in_failures WHERE key = ${key}`;
  throw new HubError('too_many', `Too many attempts: wait ${closed.seconds} seconds.`);
}

const keyOf = ({ config }: Hub, kind: 'account' | 'client', text: string) =>
  blind(config.linkKeys, `${kind}\n${text.trim().toLowerCase()}`);
