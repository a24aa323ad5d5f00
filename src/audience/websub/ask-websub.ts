import { z } from 'zod';
import { record } from '../../audit.ts';
import type { Sql } from '../../database/connect.ts';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { seal } from '../../operator/sealed.ts';
import { blind } from '../../operator/secret.ts';
import { parse } from '../../parse.ts';
import { callbackSchema, leases } from './lease.ts';

const day = 86_400;

const input = z.strictObject({
  /** What can be subscribed to: paths of the hub. */
  topics: z.array(z.string()),
  mode: z.enum(['subscribe', 'unsubscribe'], 'Say subscribe or unsubscribe.'),
  topic: z.string().max(2000),
  callback: callbackSchema,
  /** W3C WebSub §5.1: less than 200 bytes. */
  secret: z
    .string()
    .min(1, 'Leave an empty secret out.')
    .refine((text) => Buffer.byteLength(text) < 200, 'Less than 200 bytes.')
    .optional(),
  leaseSeconds: z.coerce.number('A number of seconds.').int().positive().default(leases.usual),
  client: z.string(),
});

/** So many requests does one client make in an hour: all topics for a few callbacks, and again. */
export const mostRequestsAnHour = 60;
/** So many wait to be verified at once, in all and for one host: the requests are strangers', the host is a third party's. */
const mostWaiting = { all: 1000, host: 20 };
const mostSubscriptions = { all: 20_000, host: 200 };

/**
 * Takes a request of W3C WebSub §5.1; it comes into force when the callback says that it means it. A newer request for
 * the same topic and callback overtakes one that waits.
 * @throws HubError invalid | too_many
 */
export async function askWebsub(hub: Hub, raw: z.input<typeof input>): Promise<void> {
  const { topics, mode, topic, callback, secret, leaseSeconds, client } = parse(input, raw);
  const { publicUrl, linkKeys } = hub.config;
  const path = topics.find((each) => publicUrl + each === topic);
  if (path === undefined) throw unknownTopic();
  const host = new URL(callback).hostname;
  const clientHash = blind(linkKeys, `websub client\n${client}`);
  const sealed = secret === undefined ? null : await seal(hub, secret);
  await hub.sql.begin(async (sql) => {
    await sql`DELETE FROM websub_requests WHERE asked_at < clock_timestamp() - ${day} * interval '1 second'`;
    await requireRoom(sql, { topic: path, callback, host, clientHash });
    await sql`
      UPDATE websub_requests SET ended_at = clock_timestamp()
      WHERE topic = ${path} AND callback = ${callback} AND ended_at IS NULL`;
    const [row] = await sql<[{ id: number }]>`
      INSERT INTO websub_requests (mode, topic, callback, host, secret, lease_seconds, client_hash)
      VALUES (${mode}, ${path}, ${callback}, ${host}, ${sealed},
              ${Math.min(Math.max(leaseSeconds, leases.shortest), leases.longest)}, ${clientHash})
      RETURNING id`;
    const object = `websub request:${row.id}`;
    await record(sql, { actor: 'public', action: `ask ${mode}`, object, detail: { topic: path } });
  });
}

type Asked = { topic: string; callback: string; host: string; clientHash: Buffer };
type Counts = Record<'asked' | 'waiting' | 'hostWaiting' | 'all' | 'host' | 'known', number>;

/** @throws HubError too_many */
async function requireRoom(sql: Sql, asked: Asked): Promise<void> {
  const { topic, callback, host, clientHash } = asked;
  const [count] = await sql<[Counts]>`
    SELECT (SELECT count(*) FROM websub_requests
            WHERE client_hash = ${clientHash} AND asked_at > clock_timestamp() - interval '1 hour') AS asked,
           (SELECT count(*) FROM websub_requests WHERE ended_at IS NULL) AS waiting,
           (SELECT count(*) FROM websub_requests WHERE ended_at IS NULL AND host = ${host}) AS host_waiting,
           (SELECT count(*) FROM websub_subscriptions) AS all,
           (SELECT count(*) FROM websub_subscriptions WHERE host = ${host}) AS host,
           (SELECT count(*) FROM websub_subscriptions WHERE topic = ${topic} AND callback = ${callback}) AS known`;
  if (count.asked >= mostRequestsAnHour)
    throw new HubError('too_many', 'Too many requests came from here: try again in an hour.');
  if (count.waiting >= mostWaiting.all || count.hostWaiting >= mostWaiting.host)
    throw new HubError('too_many', 'Too many requests wait: try again in a few minutes.');
  const full = count.all >= mostSubscriptions.all || count.host >= mostSubscriptions.host;
  if (full && count.known === 0)
    throw new HubError('too_many', 'There are too many subscriptions already.');
}

function unknownTopic(): HubError {
  const message = 'This hub pushes no such topic: take it from rel="self" of a feed.';
  return new HubError('invalid', message, [{ path: 'topic', message }]);
}
