import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Hub } from '../../hub.ts';
import { countMail } from './count-mail.ts';
import { type InboundMail, readMail } from './mail.ts';
import { dropped, type Outcome } from './outcome.ts';
import { type InboundRecipient, readRecipient } from './recipient.ts';
import { takeReply } from './take-reply.ts';
import { takeReport } from './take-report.ts';
import { takeUnsubscribe } from './take-unsubscribe.ts';

/** A message as it was brought: to one address, from the sender of its envelope (empty: it must not be answered). */
export type Brought = { recipient: string; sender: string; raw: Uint8Array };

/** A server may report before its own answer is settled here, which takes a moment: so often, so many ms, it is asked. */
const looks = 20;
const lookMs = 250;

/**
 * Takes one message that came in, by whatever way, and says what became of it. What makes no sense is dropped and
 * counted; only a database that is away throws, so that whoever brought it brings it again.
 */
export async function takeMail(hub: Hub, brought: Brought): Promise<Outcome> {
  const recipient = readRecipient(hub.config, brought.recipient);
  const mail = recipient && (await readMail(brought.raw));
  let taken = await take(hub, brought, { recipient, mail });
  for (let look = 1; taken.outcome === 'early' && look < looks; look++) {
    await wait(lookMs);
    taken = await take(hub, brought, { recipient, mail });
  }
  await countMail(hub.sql, taken, recipient?.deliveryId ?? null);
  return taken;
}

type Read = { recipient: InboundRecipient | null; mail: InboundMail | null };

async function take(hub: Hub, { sender, raw }: Brought, { recipient, mail }: Read) {
  if (!recipient) return dropped('not one of our addresses');
  if (!mail) return dropped('not a message');
  const { purpose, deliveryId } = recipient;
  if (purpose === 'bounce') return takeReport(hub, deliveryId, mail);
  if (purpose === 'reply') {
    const fingerprint = createHash('sha256').update(raw).digest('hex').slice(0, 32);
    return takeReply(hub, { deliveryId, mail, sender, fingerprint });
  }
  return takeUnsubscribe(hub, deliveryId);
}
