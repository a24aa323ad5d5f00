import type { Language } from '../advisory/language.ts';
import type { Form } from '../audience/ceiling.ts';
import { isUsable } from '../audience/encryption-key.ts';
import type { Post } from '../channel/channel.ts';
import { askByIndex } from '../database/by-index.ts';
import type { Client, Sql } from '../database/connect.ts';

/** A delivery that this dispatcher holds, with what it needs to finish the message. */
export type Claimed = {
  id: number;
  dispatchId: number;
  addressId: number;
  contactId: number | null;
  channel: string;
  attempts: number;
  form: Form;
  priority: number;
  leaseId: string;
  target: string;
  /** The armored OpenPGP key to which its mail is encrypted. */
  encryptionKey: string | null;
  language: Language;
  /** Domain time of the claim: the date on the message. */
  claimedAt: Date;
  /** The deliveries of earlier messages in full on the same advisory that this address got, oldest first; a pointer has none. */
  earlier: number[];
  /** The same where the channel names them, with what it calls each. */
  posts: Post[];
};

export type ClaimRequest = {
  lane: string;
  /** Messages a second, all processes together; Infinity when nobody limits it. */
  rate: number;
  /** At most one second's work. */
  limit: number;
  /** 0 claims Urgent only. */
  maxPriority: number;
  leaseId: string;
  leaseSeconds: number;
};

/**
 * Claims due deliveries of one lane, Urgent first. Where the lane has a rate, a claim takes its places in the next
 * second from the lane's row, so that any number of processes together keep to it; Urgent does not wait for a place,
 * it pushes the others back.
 */
export async function claim(client: Client, request: ClaimRequest): Promise<Claimed[]> {
  const { lane, rate, maxPriority } = request;
  if (!Number.isFinite(rate)) return claimRows(client, request);
  return client.begin(async (sql) => {
    const places = await findPlaces(sql, lane, rate);
    const limit = maxPriority === 0 ? request.limit : Math.min(request.limit, places);
    if (limit < 1) return [];
    const claimed = await claimRows(sql, { ...request, limit });
    await sql`
      UPDATE lanes SET free_at = greatest(free_at, clock_timestamp()) + ${claimed.length / rate} * interval '1 second'
      WHERE lane = ${lane}`;
    return [...claimed];
  });
}

/** How many places of the next second are free; the lane's row stays locked, so that nobody else takes them. */
async function findPlaces(sql: Sql, lane: string, rate: number): Promise<number> {
  await sql`INSERT INTO lanes (lane, free_at) VALUES (${lane}, clock_timestamp()) ON CONFLICT DO NOTHING`;
  const [row] = await sql<[{ seconds: number }]>`
    SELECT extract(epoch FROM clock_timestamp() + interval '1 second' - greatest(free_at, clock_timestamp()))::float8 AS seconds
    FROM lanes WHERE lane = ${lane} FOR UPDATE`;
  const idle = row.seconds >= 1;
  return idle ? Math.max(1, Math.floor(rate)) : Math.floor(row.seconds * rate);
}

/**
 * One statement. Open dispatches are few, so the queue's index is entered once per dispatch in order of priority: a
 * paused or stopped million costs nothing, and Urgent needs no priority on every row. SKIP LOCKED lets any number of
 * dispatchers claim side by side. The shared lock on a dispatch makes whoever stops it wait for claims under way, and
 * claims pass over one that is being stopped: a withdrawal would else be expanded without those who get the original yet.
 * Which dispatches came before is asked once per dispatch, not once per row.
 */
function claimRows(sql: Sql, request: ClaimRequest) {
  const { lane, limit, maxPriority, leaseId, leaseSeconds } = request;
  return sql<Claimed[]>`
    WITH open AS MATERIALIZED (
      SELECT id, priority FROM dispatches
      WHERE finished_at IS NULL AND expanded_at IS NOT NULL AND paused_at IS NULL AND stopped_at IS NULL
        AND priority <= ${maxPriority}
      ORDER BY priority, id
      FOR SHARE SKIP LOCKED
    ), due AS MATERIALIZED (
      SELECT q.id FROM open CROSS JOIN LATERAL (
        SELECT d.id FROM deliveries d
        WHERE d.dispatch_id = open.id AND d.lane = ${lane} AND d.state = 'queued' AND d.due_at <= clock_timestamp()
        ORDER BY d.due_at
        LIMIT ${limit}
        FOR UPDATE SKIP LOCKED) q
      LIMIT ${limit}
    ), claimed AS (
      UPDATE deliveries d
      SET state = 'sending', attempts = attempts + 1, lease_id = ${leaseId}::uuid,
          leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
      FROM due WHERE d.id = due.id
      RETURNING d.*
    ), before AS MATERIALIZED (
      SELECT p.id, array_agg(ep.id) AS ids
      FROM open JOIN dispatches p ON p.id = open.id
      LEFT JOIN versions v ON v.id = p.version_id
      LEFT JOIN notices n  ON n.id = p.notice_id
      JOIN versions ev   ON ev.advisory_id = coalesce(v.advisory_id, n.advisory_id)
      JOIN dispatches ep ON ep.version_id = ev.id AND ep.id < p.id
      GROUP BY p.id
    )
    SELECT c.id, c.dispatch_id, c.address_id, c.contact_id, c.channel, c.attempts, c.form, c.lease_id, p.priority, a.target, k.armored AS encryption_key,
           coalesce(ct.language, s.language, a.language, 'nl') AS language, (SELECT hub_now()) AS claimed_at,
           -- The thread that a pointer hung in would say what it is about, also where somebody hangs under it later.
           CASE WHEN b.ids IS NULL OR c.form = 'pointer' THEN '{}' ELSE
             ARRAY(SELECT e.id FROM deliveries e
                   WHERE e.dispatch_id = ANY(b.ids) AND e.address_id = c.address_id AND e.handed_at IS NOT NULL
                     AND e.form = 'full'
                   ORDER BY e.id) END AS earlier,
           -- Mail has no name but its key, which the hub makes itself.
           CASE WHEN b.ids IS NULL OR c.channel = 'email' OR c.form = 'pointer' THEN '[]' ELSE
             (SELECT coalesce(jsonb_agg(jsonb_build_object('reference', e.reference, 'sameVersion', coalesce(ep.version_id = p.version_id, false))
                                        ORDER BY e.id), '[]')
              FROM deliveries e JOIN dispatches ep ON ep.id = e.dispatch_id
              WHERE e.dispatch_id = ANY(b.ids) AND e.address_id = c.address_id AND e.reference IS NOT NULL
                AND e.form = 'full') END AS posts
    FROM claimed c
    JOIN dispatches p            ON p.id = c.dispatch_id
    LEFT JOIN before b           ON b.id = p.id
    JOIN addresses a             ON a.id = c.address_id
    LEFT JOIN contacts ct        ON ct.id = a.contact_id
    LEFT JOIN encryption_keys k  ON k.contact_id = a.contact_id AND c.channel = 'email' AND ${isUsable(sql)}
    LEFT JOIN subscriptions s    ON s.id = a.subscription_id
    ORDER BY p.priority, c.due_at, c.id`;
}

/**
 * The lanes that have due work: a skip scan over the queue's index, one step per lane and open dispatch, however many
 * rows wait. It is asked four times a second, so that reading the whole ledger instead would cost more than sending.
 */
export function listLanes(client: Client): Promise<{ lane: string; priority: number }[]> {
  return askByIndex(client, selectLanes);
}

function selectLanes(sql: Sql) {
  return sql<{ lane: string; priority: number }[]>`
    ${queuedLanes(sql)}
    SELECT s.lane, min(s.priority)::int AS priority FROM step s
    WHERE s.lane IS NOT NULL
      AND EXISTS (SELECT FROM deliveries d WHERE d.dispatch_id = s.id AND d.lane = s.lane
                  AND d.state = 'queued' AND d.due_at <= clock_timestamp())
    GROUP BY s.lane ORDER BY 2, 1`;
}

/** Steps from lane to lane through the queue of each open dispatch: `step (id, priority, lane)`, the last lane null. */
export function queuedLanes(sql: Sql) {
  return sql`
    WITH RECURSIVE open AS MATERIALIZED (
      SELECT id, priority FROM dispatches
      WHERE finished_at IS NULL AND expanded_at IS NOT NULL AND paused_at IS NULL AND stopped_at IS NULL
    ), step AS (
      SELECT o.id, o.priority, (SELECT min(lane) FROM deliveries WHERE dispatch_id = o.id AND state = 'queued') AS lane
      FROM open o
      UNION ALL
      SELECT s.id, s.priority,
             (SELECT min(lane) FROM deliveries WHERE dispatch_id = s.id AND state = 'queued' AND lane > s.lane)
      FROM step s WHERE s.lane IS NOT NULL
    )`;
}
