import type { Channel } from '../../channel/channel.ts';
import { DeliveryError } from '../../errors.ts';
import { every, type Rounds } from '../../every.ts';
import type { Hub } from '../../hub.ts';
import type { Claimed } from '../claim.ts';
import { createComposer, type Links } from '../composer.ts';
import { type Ended, handOver } from '../hand-over.ts';
import { endReplay } from './end-replay.ts';
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
  const { id: replayId, addressId, deliveryId, attempts } = next;
  const { handed, ...ended } =
    deliveryId === null ? await test(crew, next) : await again(crew, next);
  const over = ended.sent || ended.permanent;
  const wait = over ? null : (waits[attempts - 1] ?? null);
  await endReplay(crew.hub, { replayId, addressId, deliveryId, handed, wait, ...ended });
}

/** `handed`: the other side may have it. */
type Heard = Ended & { handed: boolean };

async function test({ hub, channel }: Crew, { id, addressId, target }: Replay): Promise<Heard> {
  const slots = { acknowledge: '', unsubscribe: '' };
  const to = { target, addressId, key: `test.${id}`, slots };
  const asked = { write: () => testLetter, to, timeoutMs: leaseSeconds * 800 };
  return { ...(await handOver(hub, channel, asked)), handed: false };
}

async function again({ hub, channel, send }: Crew, { deliveryId, target }: Replay): Promise<Heard> {
  const not = { sent: false, permanent: false, handed: false };
  try {
    const [delivery] = await hub.sql<Claimed[]>`
      SELECT d.id, d.dispatch_id, d.address_id, d.contact_id, d.channel, d.attempts, d.form, p.priority, ${target} AS target,
             coalesce(c.language, 'nl') AS language, hub_now() AS claimed_at, '{}'::bigint[] AS earlier, '[]'::jsonb AS posts
      FROM deliveries d JOIN dispatches p ON p.id = d.dispatch_id LEFT JOIN contacts c ON c.id = d.contact_id
      WHERE d.id = ${deliveryId}`;
    if (!delivery) return { ...not, permanent: true, detail: 'there is no such delivery' };
    const { detail } = await send(channel, delivery, leaseSeconds * 800);
    return { sent: true, permanent: true, handed: true, detail };
  } catch (error) {
    if (error instanceof DeliveryError) {
      const { permanent, inDoubt: handed, message: detail } = error;
      return { sent: false, permanent, handed, detail };
    }
    hub.log.error({ err: error, deliveryId }, 'a delivery could not be replayed');
    return { ...not, detail: 'an internal error' };
  }
}
