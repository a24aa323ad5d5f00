import type { Channel } from '../../channel/channel.ts';
import { DeliveryError } from '../../errors.ts';
import { every, type Rounds } from '../../every.ts';
import type { Hub } from '../../hub.ts';
import type { Claimed } from '../claim.ts';
import { createComposer, type Links } from '../composer.ts';
import { type Ended, handOver } from '../hand-over.ts';
import { storable } from '../settle.ts';
import { testLetter } from './test-letter.ts';

type Replay = {
  id: number;
  addressId: number;
  deliveryId: number | null;
  attempts: number;
  target: string;
};
type Crew = { hub: Hub; channel: Channel; links: Links; send: ReturnType<typeof createComposer> };

/** How long one may take, in seconds. */
const leaseSeconds = 60;
/** Seconds before it is tried again; after the last it is given up: whoever waits can ask anew. */
const waits = [60, 300, 1800];

/**
 * Sends what owners of endpoints asked for beside the ledger: one at a time to each endpoint, and to all of them at once, so
 * that a dead one is waited for by nobody else.
 */
export function startReplays(hub: Hub, channels: Channel[], links: Links): Rounds {
  const channel = channels.find(({ name }) => name === 'webhook');
  const send = createComposer(hub, links);
  const busy = new Map<number, Promise<void>>();

  async function look() {
    if (!channel) return;
    for (
      let next = await claim(hub, [...busy.keys()]);
      next;
      next = await claim(hub, [...busy.keys()])
    ) {
      const { addressId } = next;
      const done = replay({ hub, channel, links, send }, next)
        .catch((error) => hub.log.error({ err: error, addressId }, 'a replay could not be ended'))
        .then(() => {
          busy.delete(addressId);
          void rounds.now();
        });
      busy.set(addressId, done);
    }
  }

  const rounds = every(hub, 1000, 'send replays', look);
  return {
    now: rounds.now,
    async stop() {
      await rounds.stop();
      await Promise.all(busy.values());
    },
  };
}

async function claim({ sql }: Hub, busy: number[]): Promise<Replay | null> {
  const [claimed] = await sql<Replay[]>`
    UPDATE replays r SET attempts = attempts + 1, due_at = clock_timestamp() + ${leaseSeconds} * interval '1 second'
    FROM addresses a
    WHERE a.id = r.address_id
      AND r.id = (SELECT id FROM replays
                  WHERE ended_at IS NULL AND due_at <= clock_timestamp() AND NOT address_id = ANY(${busy}::int[])
                  ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING r.id, r.address_id, r.delivery_id, r.attempts, a.target`;
  return claimed ?? null;
}

async function replay(crew: Crew, next: Replay): Promise<void> {
  const ended = next.deliveryId === null ? await test(crew, next) : await again(crew, next);
  await end(crew.hub, next, ended);
}

function test({ hub, channel }: Crew, { id, addressId, target }: Replay): Promise<Ended> {
  const slots = { acknowledge: '', unsubscribe: '' };
  const to = { target, addressId, key: `test.${id}`, slots };
  return handOver(hub, channel, { write: () => testLetter, to, timeoutMs: leaseSeconds * 800 });
}

async function again({ hub, channel, send }: Crew, { deliveryId, target }: Replay): Promise<Ended> {
  try {
    const [delivery] = await hub.sql<Claimed[]>`
      SELECT d.id, d.dispatch_id, d.address_id, d.contact_id, d.channel, d.attempts, d.form, p.priority, ${target} AS target,
             coalesce(c.language, 'nl') AS language, hub_now() AS claimed_at, '{}'::bigint[] AS earlier, '[]'::jsonb AS posts
      FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id LEFT JOIN contacts c ON c.id = d.contact_id
      WHERE d.id = ${deliveryId}`;
    if (!delivery) return { sent: false, permanent: true, detail: 'there is no such delivery' };
    const { detail } = await send(channel, delivery, leaseSeconds * 800);
    await noteHanded(hub, deliveryId);
    return { sent: true, permanent: true, detail };
  } catch (error) {
    if (error instanceof DeliveryError) {
      if (error.inDoubt) await noteHanded(hub, deliveryId);
      return { sent: false, permanent: error.permanent, detail: error.message };
    }
    hub.log.error({ err: error, deliveryId }, 'a delivery could not be replayed');
    return { sent: false, permanent: false, detail: 'an internal error' };
  }
}

/** Whoever has it is told when it is corrected or withdrawn; its state stays what came of it then. */
async function noteHanded({ sql }: Hub, deliveryId: number | null): Promise<void> {
  await sql`UPDATE deliveries SET handed_at = hub_now() WHERE id = ${deliveryId} AND handed_at IS NULL`;
}

/** What waits for the same endpoint waits with it. */
async function end({ sql }: Hub, { id, addressId, attempts }: Replay, ended: Ended): Promise<void> {
  const wait = waits[attempts - 1];
  const over = ended.sent || ended.permanent || wait === undefined;
  await sql`
    UPDATE replays SET ended_at = CASE WHEN ${over} THEN clock_timestamp() END, sent = ${ended.sent}, detail = ${storable(ended.detail)}
    WHERE id = ${id} AND ended_at IS NULL`;
  if (ended.sent) return;
  await sql`
    UPDATE replays SET due_at = greatest(due_at, clock_timestamp() + ${wait ?? waits[0] ?? 0} * interval '1 second')
    WHERE address_id = ${addressId} AND ended_at IS NULL`;
}
