import { z } from 'zod';
import { storable } from '../fanout/settle.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { acknowledge } from './acknowledge.ts';
import { type Choice, choices } from './choice.ts';
import { readMessageKey } from './message-key.ts';
import { linkDays } from './token.ts';

const input = z.strictObject({
  /** Of the message under which the button stands, and what it says. */
  key: z.string().max(64),
  choice: z.string().max(64),
  /** The chat in which it was pressed. */
  chat: z.string().max(64),
  /** Telegram's name of this press: it may tell of it twice. */
  press: z.string().min(1).max(100),
  /** Who pressed it, as Telegram shows them. */
  person: z.string().max(200),
});

type Sent = { functional: boolean };

/**
 * Takes the press of a button under a message to a linked contact as an acknowledgement: no gateway presses it, and the
 * message was that chat's own. The promise is the choice, or null where it answers nothing: a public post, another chat's
 * message, an address that was put out of use, a link's age long over.
 */
export async function takePress(hub: Hub, raw: z.input<typeof input>): Promise<Choice | null> {
  const { key, choice: said, chat, press, person } = parse(input, raw);
  const choice = choices.find((one) => one === said);
  const deliveryId = readMessageKey(hub.config.linkKeys, key);
  if (!choice || deliveryId === null) return null;
  const sent = await findSent(hub, deliveryId, chat);
  if (!sent) return null;
  const saidBy = (sent.functional && storable(person.trim())) || undefined;
  await acknowledge(hub, {
    deliveryId,
    choice,
    saidBy,
    origin: 'button',
    provenance: { view: press.slice(0, 32), channel: 'telegram' },
  });
  return choice;
}

async function findSent({ sql }: Hub, deliveryId: number, chat: string): Promise<Sent | null> {
  const [sent] = await sql<Sent[]>`
    SELECT c.functional
    FROM deliveries d
    JOIN dispatches s ON s.id = d.dispatch_id
    JOIN addresses a  ON a.id = d.address_id
    JOIN contacts c   ON c.id = d.contact_id
    WHERE d.id = ${deliveryId} AND d.channel = 'telegram'
      -- A group that became a supergroup has another number than its address had when the message was sent.
      AND ${chat} IN (a.target, split_part(d.reference, '/', 1))
      AND a.disabled_at IS NULL AND c.removed_at IS NULL
      AND s.version_id IS NOT NULL AND cardinality(d.organisation_ids) > 0
      AND s.created_at > hub_now() - ${linkDays} * interval '1 day'`;
  return sent ?? null;
}
