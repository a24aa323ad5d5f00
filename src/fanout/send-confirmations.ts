import { createHash } from 'node:crypto';
import { confirmationLetter } from '../../templates/confirmation-letter.tsx';
import type { Language } from '../advisory/language.ts';
import type { Channel } from '../channel/channel.ts';
import type { Hub } from '../hub.ts';
import type { Links } from './composer.ts';
import { type Ended, handOver } from './hand-over.ts';

type Claimed = {
  id: number;
  target: string;
  language: Language;
  urgentOnly: boolean;
  attempts: number;
};

/** How long one may take, in seconds; after that it goes again, with the same Message-ID. */
const leaseSeconds = 60;
/** Seconds before it is tried again; after the last it is given up: whoever waits can ask anew. */
const waits = [60, 300, 900];

/** Sends what somebody must confirm; the promise is how many were tried. */
export async function sendConfirmations(
  hub: Hub,
  channels: Channel[],
  links: Links,
): Promise<number> {
  const channel = channels.find(({ name }) => name === 'email');
  if (!channel) return 0;
  let tried = 0;
  for (let next = await claim(hub); next; next = await claim(hub)) {
    tried += 1;
    await end(hub, next, await attempt(hub, channel, { next, links }));
  }
  return tried;
}

async function claim({ sql }: Hub): Promise<Claimed | null> {
  const [claimed] = await sql<Claimed[]>`
    UPDATE confirmations SET attempts = attempts + 1,
           leased_until = clock_timestamp() + ${leaseSeconds} * interval '1 second'
    WHERE id = (SELECT id FROM confirmations
                WHERE ended_at IS NULL AND expires_at > clock_timestamp()
                  AND (leased_until IS NULL OR leased_until < clock_timestamp())
                ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, target, language, urgent_only, attempts`;
  return claimed ?? null;
}

function attempt(hub: Hub, channel: Channel, { next, links }: { next: Claimed; links: Links }) {
  const { csirtName, publicUrl } = hub.config;
  const link = links.confirm(next.id);
  const write = () =>
    confirmationLetter({ ...next, link, hub: { name: csirtName, url: publicUrl } });
  const to = {
    target: next.target,
    // The same for every try, and it opens nothing.
    key: `confirm-${createHash('sha256').update(link).digest('hex').slice(0, 32)}`,
    slots: { acknowledge: publicUrl, unsubscribe: publicUrl },
  };
  return handOver(hub, channel, { write, to, timeoutMs: leaseSeconds * 800 });
}

async function end({ sql }: Hub, { id, attempts }: Claimed, ended: Ended): Promise<void> {
  const wait = waits[attempts - 1];
  const over = ended.sent || ended.permanent || wait === undefined;
  await sql`
    UPDATE confirmations
    SET    ended_at = CASE WHEN ${over} THEN clock_timestamp() END, sent = ${ended.sent}, detail = ${ended.detail},
           leased_until = CASE WHEN ${over} THEN NULL ELSE clock_timestamp() + ${wait ?? 0} * interval '1 second' END
    WHERE id = ${id} AND ended_at IS NULL`;
}
