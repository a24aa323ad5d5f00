import { z } from 'zod';
import { type Language, languages } from '../advisory/language.ts';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { parse } from '../parse.ts';
import { addressInput, insertAddress } from './address.ts';

const input = z.strictObject({
  language: z.enum(languages),
  urgentOnly: z.boolean().default(false),
  /** Confirmed already: the opt-in happened elsewhere. */
  confirmed: z.boolean().default(false),
  address: addressInput,
  actor: z.string(),
});

/** Adds a member of the public with its one address; the promise is the subscription's id. */
export async function addSubscription(hub: Hub, raw: z.input<typeof input>): Promise<number> {
  const { actor, address, confirmed, language, urgentOnly } = parse(input, raw);
  return hub.sql.begin(async (sql) => {
    const [row] = await sql<{ id: number }[]>`
      INSERT INTO subscriptions (language, urgent_only, created_at, confirmed_at)
      VALUES (${language}, ${urgentOnly}, hub_now(), CASE WHEN ${confirmed} THEN hub_now() END)
      RETURNING id`;
    const subscriptionId = row?.id as number;
    await insertAddress(sql, { subscriptionId }, { ...address, verified: confirmed });
    await record(sql, { actor, action: 'subscribe', object: `subscription:${subscriptionId}` });
    return subscriptionId;
  });
}

/** What a member of the public chose, and whether it still stands. */
export type Subscription = {
  id: number;
  language: Language;
  urgentOnly: boolean;
  ended: boolean;
};

/** The subscription to which a delivery went. @throws HubError not_found */
export async function findSubscriptionOf(sql: Sql, deliveryId: number): Promise<Subscription> {
  const [subscription] = await sql<Subscription[]>`
    SELECT ${columns(sql)}
    FROM deliveries d JOIN addresses a ON a.id = d.address_id JOIN subscriptions s ON s.id = a.subscription_id
    WHERE d.id = ${deliveryId}`;
  return subscription ?? unknown();
}

/** A subscription by its id. @throws HubError not_found */
export async function findSubscription(sql: Sql, subscriptionId: number): Promise<Subscription> {
  const [subscription] = await sql<Subscription[]>`
    SELECT ${columns(sql)} FROM subscriptions s WHERE s.id = ${subscriptionId}`;
  return subscription ?? unknown();
}

const columns = (sql: Sql) => sql`s.id, s.language, s.urgent_only, s.ended_at IS NOT NULL AS ended`;

function unknown(): never {
  throw new HubError(
    'not_found',
    'This link belongs to no subscription: copy the whole link from the message.',
  );
}

/** Ends a subscription, once; whoever followed an advisory stands in its next version as skipped, with that reason. */
export async function endSubscription(
  hub: Hub,
  { subscriptionId, actor }: { subscriptionId: number; actor: string },
): Promise<void> {
  await hub.sql.begin(async (sql) => {
    const ended = await sql`
      UPDATE subscriptions SET ended_at = hub_now() WHERE id = ${subscriptionId} AND ended_at IS NULL`;
    if (ended.count === 0) return;
    await record(sql, { actor, action: 'unsubscribe', object: `subscription:${subscriptionId}` });
  });
}
