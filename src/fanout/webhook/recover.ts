import { z } from 'zod';
import type { Sql } from '../../database/connect.ts';
import type { Hub } from '../../hub.ts';
import { parse } from '../../parse.ts';
import { asHolder, type Holder, organisationOf } from './as-holder.ts';
import { listMissed } from './list-missed.ts';
import { lockReady } from './lock-ready.ts';
import { mayGoNow } from './may-go-now.ts';

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
 * Has everything sent that was decided within a time, was meant for the endpoint, and was not taken: because it failed, or
 * because the webhook was out of use. The oldest first, each once. As with a replay the ledger stays as it is.
 * @throws HubError not_found | invalid | conflict
 */
export async function recover(
  hub: Hub,
  { by, ...raw }: z.input<typeof input> & { by: Holder },
): Promise<Recovered> {
  const { webhookId, since, until = null } = parse(input, raw);
  return asHolder(hub, by, async (sql) => {
    await lockReady(sql, webhookId, organisationOf(by));
    const { ids, more } = await choose(sql, { webhookId, since, until });
    await sql`
      INSERT INTO replays (address_id, delivery_id)
      SELECT ${webhookId}, id FROM unnest(${ids}::bigint[]) WITH ORDINALITY AS m (id, place) ORDER BY place`;
    await sql`SELECT pg_notify('fanout', 'replay')`;
    const deliveries = ids.length;
    const entry = {
      action: 'recover',
      object: `webhook:${webhookId}`,
      detail: { deliveries, since, until },
    };
    return { value: { deliveries, more }, entry };
  });
}

type Period = { webhookId: number; since: Date; until: Date | null };

/** The first of them, and whether any is left behind. */
async function choose(sql: Sql, period: Period): Promise<{ ids: number[]; more: boolean }> {
  const ids: number[] = [];
  for (const delivery of await listMissed(sql, period)) {
    if (delivery.state === 'skipped' && !(await mayGoNow(sql, delivery))) continue;
    if (ids.length === mostRecovered) return { ids, more: true };
    ids.push(delivery.id);
  }
  return { ids, more: false };
}
