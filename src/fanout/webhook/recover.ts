import { z } from 'zod';
import type { Hub } from '../../hub.ts';
import { parse } from '../../parse.ts';
import { asHolder, type Holder, organisationOf } from './as-holder.ts';
import { lockReady } from './lock-ready.ts';
import { replayable } from './replayable.ts';

/** So many go at once; the answer says whether there are more. */
export const mostRecovered = 1000;

const input = z
  .strictObject({
    webhookId: z.int().positive(),
    since: z.date(),
    until: z.date().optional(),
  })
  .refine(({ since, until }) => !until || since < until, {
    path: ['until'],
    message: 'This is not after since.',
  });

/** How many were asked for, and whether there are more: ask again when these are through. */
export type Recovered = { deliveries: number; more: boolean };

/**
 * Has everything sent once more that was decided within a time and that the endpoint did not take, the oldest first.
 * @throws HubError not_found | invalid | conflict
 */
export async function recover(
  hub: Hub,
  { by, ...raw }: z.input<typeof input> & { by: Holder },
): Promise<Recovered> {
  const { webhookId, since, until = null } = parse(input, raw);
  return asHolder(hub, by, async (sql) => {
    await lockReady(sql, webhookId, organisationOf(by));
    const asked = await sql<{ deliveryId: number }[]>`
      INSERT INTO replays (address_id, delivery_id)
      SELECT d.address_id, d.id
      FROM deliveries d JOIN dispatches t ON t.id = d.dispatch_id
      WHERE d.address_id = ${webhookId} AND d.state = 'failed' AND ${replayable(sql)}
        AND t.created_at >= ${since} AND (${until}::timestamptz IS NULL OR t.created_at < ${until})
        AND NOT EXISTS (SELECT FROM replays r WHERE r.delivery_id = d.id AND (r.ended_at IS NULL OR r.sent))
      ORDER BY d.id LIMIT ${mostRecovered + 1}
      RETURNING delivery_id`;
    const over = asked.slice(mostRecovered).map(({ deliveryId }) => deliveryId);
    await sql`DELETE FROM replays WHERE ended_at IS NULL AND delivery_id = ANY(${over}::bigint[])`;
    await sql`SELECT pg_notify('fanout', 'replay')`;
    const deliveries = Math.min(asked.length, mostRecovered);
    const entry = {
      action: 'recover',
      object: `webhook:${webhookId}`,
      detail: { deliveries, since, until },
    };
    return { value: { deliveries, more: asked.length > mostRecovered }, entry };
  });
}
