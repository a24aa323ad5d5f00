import { randomUUID } from 'node:crypto';
import { record } from '../../audit.ts';
import type { Intent, Websub } from '../../channel/websub/websub.ts';
import type { Sql } from '../../database/connect.ts';
import type { Hub } from '../../hub.ts';
import { leaseSeconds as held, type Pool, perHost } from './pool.ts';
import type { Topic } from './topic.ts';

type Request = Omit<Intent, 'topic'> & {
  id: number;
  leaseId: string;
  topic: string;
  host: string;
  secret: string | null;
};

type Verifying = { websub: Websub; topics: Topic[]; pool: Pool };

/** Asks the callbacks of what waits whether they mean it, as many at once as there is room for. */
export async function verifyIntents(hub: Hub, { websub, topics, pool }: Verifying): Promise<void> {
  for (const request of await claim(hub.sql, pool.room()))
    pool.run(() =>
      verify(hub, { websub, topics, request }).catch((error) =>
        hub.log.error({ err: error, request: request.id }, 'a WebSub request waits for its lease'),
      ),
    );
}

/** The oldest of each host first, so that one of which many wait holds up no other. */
function claim(sql: Sql, room: number): Promise<Request[]> {
  return sql<Request[]>`
    WITH waiting AS (
      SELECT id, row_number() OVER (PARTITION BY host ORDER BY leased_until NULLS LAST, id) AS place,
             leased_until > clock_timestamp() AS held
      FROM websub_requests WHERE ended_at IS NULL
    ), mine AS (
      SELECT r.id FROM websub_requests r JOIN waiting w ON w.id = r.id
      WHERE w.place <= ${perHost.first} AND w.held IS NOT TRUE
        AND r.ended_at IS NULL AND (r.leased_until IS NULL OR r.leased_until <= clock_timestamp())
      ORDER BY w.place, r.id
      LIMIT ${room}
      FOR UPDATE OF r SKIP LOCKED
    )
    UPDATE websub_requests r
    SET    lease_id = ${randomUUID()}, leased_until = clock_timestamp() + ${held} * interval '1 second'
    FROM   mine WHERE r.id = mine.id
    RETURNING r.id, r.lease_id, r.mode, r.topic, r.callback, r.host, r.secret, r.lease_seconds`;
}

async function verify(
  hub: Hub,
  { websub, topics, request }: Omit<Verifying, 'pool'> & { request: Request },
): Promise<void> {
  const topic = topics.find(({ path }) => path === request.topic);
  // Read before the callback answers: what comes out while it thinks is owed to it.
  const told = topic && (await topic.read()).news;
  const url = hub.config.publicUrl + request.topic;
  const meant = told !== undefined && (await websub.isMeant({ ...request, topic: url }));
  await hub.sql.begin(async (sql) => {
    const mine = await sql`
      UPDATE websub_requests SET ended_at = clock_timestamp(), secret = NULL
      WHERE id = ${request.id} AND lease_id = ${request.leaseId} AND ended_at IS NULL`;
    if (mine.count === 0 || !meant) return;
    const id = await (request.mode === 'subscribe'
      ? subscribe(sql, request, told)
      : unsubscribe(sql, request));
    if (id === undefined) return;
    const { mode: action, topic } = request;
    await record(sql, { actor: 'public', action, object: `websub:${id}`, detail: { topic } });
  });
}

/** A renewal keeps what was told, and ends a wait: the callback is there, as it just said. */
async function subscribe(sql: Sql, request: Request, told: string): Promise<number | undefined> {
  const { topic, callback, host, secret, leaseSeconds } = request;
  const [row] = await sql<{ id: number }[]>`
    INSERT INTO websub_subscriptions AS s (topic, callback, host, secret, told, expires_at)
    VALUES (${topic}, ${callback}, ${host}, ${secret}, ${told},
            clock_timestamp() + ${leaseSeconds} * interval '1 second')
    ON CONFLICT (topic, callback) DO UPDATE
    SET secret = excluded.secret, expires_at = excluded.expires_at, attempts = 0, due_at = clock_timestamp()
    RETURNING id`;
  return row?.id;
}

async function unsubscribe(sql: Sql, request: Request): Promise<number | undefined> {
  const [row] = await sql<{ id: number }[]>`
    DELETE FROM websub_subscriptions WHERE topic = ${request.topic} AND callback = ${request.callback}
    RETURNING id`;
  return row?.id;
}
