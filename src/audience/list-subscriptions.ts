import type { Language } from '../advisory/language.ts';
import type { Sql } from '../database/connect.ts';
import type { Page } from './list-organisations.ts';

/** A member of the public, without where it is reached: nobody needs that to see how subscribing goes. */
export type ListedSubscription = {
  id: number;
  language: Language;
  urgentOnly: boolean;
  channel: string | null;
  createdAt: Date;
  confirmedAt: Date | null;
  endedAt: Date | null;
  /** Its address does not work. */
  disabledAt: Date | null;
};

export const subscriptionStates = ['unconfirmed', 'active', 'ended'] as const;
export type SubscriptionState = (typeof subscriptionStates)[number];

/** Subscriptions of the public in the order in which they came. */
export function listSubscriptions(
  sql: Sql,
  { state, language }: { state?: SubscriptionState | undefined; language?: Language | undefined },
  { after, limit }: Page,
): Promise<ListedSubscription[]> {
  return sql<ListedSubscription[]>`
    SELECT s.*, a.channel, a.disabled_at
    FROM subscriptions s LEFT JOIN addresses a ON a.subscription_id = s.id
    WHERE (${language ?? null}::language IS NULL OR s.language = ${language ?? null})
      AND (${state ?? null}::text IS NULL
           OR ${state ?? null} = CASE WHEN s.ended_at IS NOT NULL THEN 'ended'
                                      WHEN s.confirmed_at IS NULL THEN 'unconfirmed' ELSE 'active' END)
      AND s.id > ${after ?? 0}
    ORDER BY s.id
    LIMIT ${limit}`;
}
