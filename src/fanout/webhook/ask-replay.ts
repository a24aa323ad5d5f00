import { z } from 'zod';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { parse } from '../../parse.ts';
import { asHolder, type Holder, organisationOf } from './as-holder.ts';
import { lockReady } from './lock-ready.ts';
import { replayable } from './replayable.ts';

const input = z.strictObject({
  webhookId: z.int().positive(),
  deliveryId: z.int().positive().max(Number.MAX_SAFE_INTEGER),
});

/**
 * Has a delivery sent to its endpoint once more, with the same `webhook-id`. The ledger stays as it is: it says what came
 * of the delivery itself. One that waits already is not asked for twice.
 * @throws HubError not_found | conflict
 */
export async function askReplay(
  hub: Hub,
  { by, ...raw }: z.input<typeof input> & { by: Holder },
): Promise<void> {
  const { webhookId, deliveryId } = parse(input, raw);
  await asHolder(hub, by, async (sql) => {
    await lockReady(sql, webhookId, organisationOf(by));
    const [delivery] = await sql<{ ready: boolean }[]>`
      SELECT ${replayable(sql)} AS ready FROM deliveries d
      WHERE d.id = ${deliveryId} AND d.address_id = ${webhookId}`;
    if (!delivery)
      throw new HubError('not_found', `This webhook has no delivery with id ${deliveryId}.`);
    if (!delivery.ready)
      throw new HubError(
        'conflict',
        'It is still on its way, was not meant to go, was withdrawn, or is above what may go there now.',
      );
    await sql`
      INSERT INTO replays (address_id, delivery_id)
      SELECT ${webhookId}, ${deliveryId}
      WHERE NOT EXISTS (SELECT FROM replays WHERE delivery_id = ${deliveryId} AND ended_at IS NULL)`;
    await sql`SELECT pg_notify('fanout', 'replay')`;
    const entry = {
      action: 'replay',
      object: `webhook:${webhookId}`,
      detail: { deliveries: [deliveryId] },
    };
    return { value: undefined, entry };
  });
}
