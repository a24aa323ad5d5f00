import { createHash } from 'node:crypto';
import type { Client, Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';

/** What was answered, and is answered again to who repeats the request. */
export type Kept = { status: number; headers: Record<string, string>; body: string };

/** One request under the caller's own key. */
export type Keyed = { operatorId: number; key: string; request: string };

/** Seconds that a second request waits for the first; then it is told to come back. */
const patience = 10;

/**
 * Does something once per operator and key, for 24 hours of real time: whoever repeats the request gets the first
 * answer. The reservation, what `work` does and the answer are one transaction. So a crash leaves none of them and the
 * caller tries again, or all of them and the caller gets the answer: nothing is done twice, nothing is lost, and no
 * reservation is ever left behind. A request at the same time waits on the reservation's row. What fails is not kept.
 * @throws HubError unprocessable: the key was used for another request | conflict: the first still runs
 */
export async function once(
  hub: Hub,
  keyed: Keyed,
  work: (hub: Hub) => Promise<Kept>,
): Promise<Kept> {
  return hub.sql.begin(async (sql) => {
    const hash = createHash('sha256').update(keyed.request).digest();
    if (!(await reserve(sql, keyed, hash))) return findKept(sql, keyed, hash);
    const answer = await work(inside(hub, sql));
    await sql`
      UPDATE idempotency_keys
      SET status = ${answer.status}, headers = ${sql.json(answer.headers)}, body = ${answer.body}
      WHERE operator_id = ${keyed.operatorId} AND key = ${keyed.key}`;
    return answer;
  }) as Promise<Kept>;
}

/** Whether nobody had the key; waits while another transaction holds it. */
async function reserve(sql: Sql, { operatorId, key }: Keyed, hash: Buffer): Promise<boolean> {
  await sql`
    DELETE FROM idempotency_keys
    WHERE (operator_id, key) IN (
      SELECT operator_id, key FROM idempotency_keys
      WHERE created_at < clock_timestamp() - interval '24 hours'
      ORDER BY created_at LIMIT 100 FOR UPDATE SKIP LOCKED)`;
  await sql`SELECT set_config('lock_timeout', ${`${patience}s`}, true)`;
  const made = await sql`
    INSERT INTO idempotency_keys (operator_id, key, request_hash, created_at)
    VALUES (${operatorId}, ${key}, ${hash}, clock_timestamp())
    ON CONFLICT DO NOTHING
    RETURNING key`.catch(stillRunning);
  await sql`SELECT set_config('lock_timeout', '0', true)`;
  return made.length > 0;
}

function stillRunning(error: unknown): never {
  if ((error as { code?: string }).code !== '55P03') throw error;
  throw new HubError(
    'conflict',
    'The first request with this Idempotency-Key still runs: try again.',
  );
}

async function findKept(sql: Sql, { operatorId, key }: Keyed, hash: Buffer): Promise<Kept> {
  const [kept] = await sql<(Kept & { requestHash: Buffer })[]>`
    SELECT status, headers, body, request_hash FROM idempotency_keys
    WHERE operator_id = ${operatorId} AND key = ${key}`;
  if (!kept?.requestHash.equals(hash))
    throw new HubError(
      'unprocessable',
      'This Idempotency-Key was used for another request: choose a new one.',
    );
  const { status, headers, body } = kept;
  return { status, headers: { ...headers, 'Idempotency-Replayed': 'true' }, body };
}

/** The hub with the transaction for its pool: a second connection might wait for one that waits for this. */
function inside(hub: Hub, sql: Sql): Hub {
  async function now(): Promise<Date> {
    const [row] = await sql<[{ now: Date }]>`SELECT hub_now() AS now`;
    return row.now;
  }
  return { ...hub, sql: within(sql), now };
}

type Begun = Sql & { savepoint<T>(work: (sql: Sql) => Promise<T>): Promise<T> };

/** The transaction in the place of the pool: a verb that begins one gets a savepoint in it. */
function within(sql: Sql): Client {
  const begin = (first: unknown, second?: unknown) =>
    (sql as Begun).savepoint((second ?? first) as (sql: Sql) => Promise<unknown>);
  return new Proxy(sql, {
    get: (target, name, self) => (name === 'begin' ? begin : Reflect.get(target, name, self)),
  }) as Client;
}
