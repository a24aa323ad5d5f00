import { webhookWarningLetter } from '../../../templates/webhook-warning-letter.tsx';
import type { Language } from '../../advisory/language.ts';
import type { Channel } from '../../channel/channel.ts';
import type { Hub } from '../../hub.ts';
import { handOver } from '../hand-over.ts';

type Failing = {
  addressId: number;
  target: string;
  failingSince: Date;
  warnedAt: Date;
  language: Language;
  mailboxes: string[];
};

/** Warns, once, the contacts beside whom a machine took nothing for a day; the promise is how many. */
export async function warnContacts(hub: Hub, channels: Channel[]): Promise<number> {
  const channel = channels.find(({ name }) => name === 'email');
  if (!channel) return 0;
  let warned = 0;
  for (let next = await claim(hub); next; next = await claim(hub)) {
    if (!(await warn(hub, channel, next))) return warned;
    warned += 1;
  }
  return warned;
}

/** A crash between the claim and the mail leaves nobody warned, and the week after which it is disabled all the same. */
async function claim({ sql }: Hub): Promise<Failing | null> {
  const [failing] = await sql<Failing[]>`
    UPDATE webhooks w SET warned_at = date_trunc('milliseconds', clock_timestamp())
    FROM addresses a JOIN contacts c ON c.id = a.contact_id
    WHERE a.id = w.address_id
      AND w.address_id = (SELECT f.address_id FROM webhooks f JOIN addresses e ON e.id = f.address_id
                          WHERE f.failing_since < clock_timestamp() - interval '24 hours' AND f.warned_at IS NULL
                            AND e.disabled_at IS NULL
                            AND EXISTS (SELECT FROM webhook_attempts t WHERE t.address_id = f.address_id
                                          AND t.at > f.failing_since + interval '12 hours')
                          ORDER BY f.address_id LIMIT 1 FOR UPDATE OF f SKIP LOCKED)
    RETURNING w.address_id, a.target, w.failing_since, w.warned_at, c.language,
              ARRAY(SELECT m.target FROM addresses m
                    WHERE m.contact_id = a.contact_id AND m.channel = 'email' AND m.disabled_at IS NULL AND m.verified_at IS NOT NULL
                    ORDER BY m.preference, m.id LIMIT 5) AS mailboxes`;
  return failing ?? null;
}

/** False when it has to be tried again: nothing left the house. */
async function warn(hub: Hub, channel: Channel, failing: Failing): Promise<boolean> {
  const { addressId, target, failingSince, warnedAt, language, mailboxes } = failing;
  const { csirtName, publicUrl } = hub.config;
  const host = new URL(target).host;
  const about = { language, host, since: failingSince, hub: { name: csirtName, url: publicUrl } };
  let left = mailboxes.length === 0;
  for (const [index, mailbox] of mailboxes.entries()) {
    const key = `webhook.${addressId}.${failingSince.getTime()}.${index}`;
    const slots = { acknowledge: publicUrl, unsubscribe: publicUrl };
    const to = { target: mailbox, key, slots };
    const write = () => webhookWarningLetter(about);
    const ended = await handOver(hub, channel, { write, to, timeoutMs: 60_000 });
    left ||= ended.sent || ended.permanent;
  }
  if (!left)
    await hub.sql`
      UPDATE webhooks SET warned_at = NULL WHERE address_id = ${addressId} AND warned_at = ${warnedAt}`;
  return left;
}
