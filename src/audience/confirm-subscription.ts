import type { Language } from '../advisory/language.ts';
import { record } from '../audit.ts';
import type { Sql } from '../database/connect.ts';
import { HubError } from '../errors.ts';
import type { Hub } from '../hub.ts';
import { insertAddress } from './address.ts';

/** What waits for somebody to confirm it; `subscriptionId` once somebody did. */
export type Confirmation = {
  id: number;
  target: string | null;
  language: Language;
  urgentOnly: boolean;
  subscriptionId: number | null;
};

/** A request that can still be confirmed, or was. @throws HubError gone */
export async function findConfirmation(sql: Sql, confirmationId: number): Promise<Confirmation> {
  const [confirmation] = await sql<Confirmation[]>`
    SELECT id, target, language, urgent_only, subscription_id FROM confirmations
    WHERE id = ${confirmationId} AND (subscription_id IS NOT NULL OR expires_at > clock_timestamp())
    FOR NO KEY UPDATE`;
  if (confirmation) return confirmation;
  throw new HubError('gone', 'This link has expired: subscribe again and use the new link.');
}

/**
 * Confirms a request, once: a new subscription, or, where the mailbox has one, the new choice for it. The promise is
 * its id. @throws HubError gone
 */
export async function confirmSubscription(
  hub: Hub,
  { confirmationId }: { confirmationId: number },
): Promise<number> {
  return hub.sql.begin(async (sql) => {
    const confirmation = await findConfirmation(sql, confirmationId);
    if (confirmation.subscriptionId !== null) return confirmation.subscriptionId;
    const target = confirmation.target as string;
    // Two confirmations of one mailbox at the same moment must not make two subscriptions.
    await sql`SELECT pg_advisory_xact_lock(hashtext('subscription'), hashtext(${target}))`;
    const subscriptionId = await keep(sql, confirmation, target);
    await sql`
      UPDATE confirmations SET subscription_id = ${subscriptionId}, target = NULL, ended_at = coalesce(ended_at, clock_timestamp())
      WHERE id = ${confirmationId}`;
    await record(sql, {
      actor: `subscription:${subscriptionId}`,
      action: 'subscribe',
      object: `subscription:${subscriptionId}`,
    });
    return subscriptionId;
  });
}

async function keep(sql: Sql, confirmation: Confirmation, target: string): Promise<number> {
  const { language, urgentOnly } = confirmation;
  // Who confirms has just read mail there: what was held against the address is over.
  const [known] = await sql<{ id: number }[]>`
    UPDATE subscriptions s SET language = ${language}, urgent_only = ${urgentOnly},
           confirmed_at = coalesce(confirmed_at, hub_now())
    FROM addresses a
    WHERE a.subscription_id = s.id AND a.channel = 'email' AND a.target = ${target} AND s.ended_at IS NULL
    RETURNING s.id`;
  if (known) {
    await sql`
      UPDATE addresses SET verified_at = coalesce(verified_at, hub_now()), disabled_at = NULL, disabled_reason = NULL
      WHERE subscription_id = ${known.id}`;
    return known.id;
  }
  const [row] = await sql<[{ id: number }]>`
    INSERT INTO subscriptions (language, urgent_only, created_at, confirmed_at)
    VALUES (${language}, ${urgentOnly}, hub_now(), hub_now()) RETURNING id`;
  await insertAddress(
    sql,
    { subscriptionId: row.id },
    { channel: 'email', target, preference: 0, tlpCeiling: 'CLEAR', verified: true },
  );
  return row.id;
}
