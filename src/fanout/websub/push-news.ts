import { randomUUID } from 'node:crypto';
import { record } from '../../audit.ts';
import type { Websub } from '../../channel/websub/websub.ts';
import type { Sql } from '../../database/connect.ts';
import { DeliveryError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { unseal } from '../../operator/sealed.ts';
import { nextWait, patienceInWords } from '../retry.ts';
import { leaseSeconds, type Pool, perHost } from './pool.ts';
import { type Content, type Topic, topicLinks } from './topic.ts';

type Owed = {
  id: number;
  leaseId: string;
  topic: string;
  callback: string;
  secret: string | null;
  attempts: number;
};

type Pushing = {
  websub: Websub;
  topics: Topic[];
  /** Those who failed have places of their own: however many are dead, the others do not wait for them. */
  pools: { first: Pool; again: Pool };
};

/**
 * Pushes what is owed: a subscriber is owed a topic whose news is not what it was told last. So a kill loses nothing,
 * and one that was away for a week gets one push, of everything that is new.
 */
export async function pushNews(hub: Hub, { websub, topics, pools }: Pushing): Promise<void> {
  const contents = await readWanted(hub.sql, topics);
  if (contents.size === 0) return;
  for (const which of ['first', 'again'] as const) {
    const pool = pools[which];
    for (const owed of await claim(hub.sql, contents, { which, room: pool.room() })) {
      const content = contents.get(owed.topic) as Content;
      pool.run(() =>
        push(hub, websub, { owed, content }).catch((error) =>
          hub.log.error({ err: error, websub: owed.id }, 'a WebSub push waits for its lease'),
        ),
      );
    }
  }
}

/** The content of every topic that somebody subscribed to. */
async function readWanted(sql: Sql, topics: Topic[]): Promise<Map<string, Content>> {
  const wanted = await sql<{ topic: string }[]>`SELECT DISTINCT topic FROM websub_subscriptions`;
  const names = new Set(wanted.map(({ topic }) => topic));
  const read = topics.filter(({ path }) => names.has(path));
  return new Map(
    await Promise.all(read.map(async (topic) => [topic.path, await topic.read()] as const)),
  );
}

/** A host has few places, whichever process takes them. A claim counts the try, so a first one stands at 1 meanwhile. */
async function claim(
  sql: Sql,
  contents: Map<string, Content>,
  { which, room }: { which: keyof typeof perHost; room: number },
): Promise<Owed[]> {
  if (room < 1) return [];
  const news = [...contents.values()].map((content) => content.news);
  const again = which === 'again';
  return sql<Owed[]>`
    WITH busy AS (
      SELECT host, count(*) AS count FROM websub_subscriptions
      WHERE leased_until > clock_timestamp() AND (attempts > 1) = ${again} GROUP BY host
    ), owed AS (
      SELECT s.id, s.due_at, row_number() OVER (PARTITION BY s.host ORDER BY s.due_at, s.id) + coalesce(b.count, 0) AS place
      FROM websub_subscriptions s
      JOIN unnest(${[...contents.keys()]}::text[], ${news}::text[]) AS t (topic, news) ON t.topic = s.topic
      LEFT JOIN busy b ON b.host = s.host
      WHERE s.told <> t.news AND (s.attempts > 0) = ${again} AND s.due_at <= clock_timestamp()
        AND s.expires_at > clock_timestamp() AND (s.leased_until IS NULL OR s.leased_until <= clock_timestamp())
    ), mine AS (
      SELECT s.id FROM websub_subscriptions s JOIN owed o ON o.id = s.id
      WHERE o.place <= ${perHost[which]} AND (s.leased_until IS NULL OR s.leased_until <= clock_timestamp())
      ORDER BY o.place, o.due_at
      LIMIT ${room}
      FOR UPDATE OF s SKIP LOCKED
    )
    UPDATE websub_subscriptions s
    SET    attempts = attempts + 1, lease_id = ${randomUUID()},
           leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
    FROM   mine WHERE s.id = mine.id
    RETURNING s.id, s.lease_id, s.topic, s.callback, s.secret, s.attempts`;
}

async function push(
  hub: Hub,
  websub: Websub,
  { owed, content: { body, type, news } }: { owed: Owed; content: Content },
): Promise<void> {
  const secret = owed.secret === null ? null : await unseal(hub, owed.secret);
  // Sealed with a key that was taken out: unsigned it would be refused, or believed for no reason.
  if (owed.secret !== null && secret === null) return end(hub, owed, 'its secret cannot be read');
  const { topic, callback, attempts } = owed;
  const link = topicLinks(hub.config.publicUrl, topic);
  try {
    const detail = await websub.push({ callback, body, type, link, secret });
    await settle(hub.sql, owed, { told: news, attempts: 0, waitMs: 0, detail });
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error;
    if (error.gone) return end(hub, owed, error.message);
    const retryAfterMs = (error.retryAfter ?? 0) * 1000;
    const waitMs = nextWait(attempts, { urgent: true, channel: 'websub', retryAfterMs });
    if (waitMs !== null) return settle(hub.sql, owed, { waitMs, detail: error.message, attempts });
    const detail = `given up after ${patienceInWords('websub')}: ${error.message}`;
    // It keeps the place of one that failed until it takes something again.
    await settle(hub.sql, owed, { told: news, attempts: 1, waitMs: 0, detail });
  }
}

type Settled = { told?: string; attempts: number; waitMs: number; detail: string };

/** Whoever lost the lease changes nothing. */
async function settle(
  sql: Sql,
  { id, leaseId }: Owed,
  { told, attempts, waitMs, detail }: Settled,
): Promise<void> {
  await sql`
    UPDATE websub_subscriptions
    SET    told = coalesce(${told ?? null}, told), attempts = ${attempts}, detail = ${detail},
           due_at = clock_timestamp() + ${waitMs} * interval '1 millisecond', leased_until = NULL
    WHERE  id = ${id} AND lease_id = ${leaseId}`;
}

async function end(hub: Hub, { id, leaseId, topic }: Owed, reason: string): Promise<void> {
  await hub.sql.begin(async (sql) => {
    const ended = await sql`
      DELETE FROM websub_subscriptions WHERE id = ${id} AND lease_id = ${leaseId}`;
    if (ended.count === 0) return;
    const object = `websub:${id}`;
    await record(sql, { actor: 'system', action: 'end', object, detail: { topic, reason } });
  });
}
