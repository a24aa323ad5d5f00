import { endSubscription, findSubscriptionOf } from '../../audience/subscription.ts';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { dropped, type Outcome } from './outcome.ts';

/**
 * Ends the subscription that the address was given out with. The token is enough, as in the link of the same message
 * (RFC 2369 §3.2): mail programs send it of themselves when their reader presses the button.
 */
export async function takeUnsubscribe(hub: Hub, deliveryId: number): Promise<Outcome> {
  const subscription = await findSubscriptionOf(hub.sql, deliveryId).catch((error) => {
    if (error instanceof HubError) return null;
    throw error;
  });
  if (!subscription) return dropped('no subscription');
  if (subscription.ended) return dropped('ended already');
  const actor = `subscription:${subscription.id}`;
  await endSubscription(hub, { subscriptionId: subscription.id, actor });
  return { outcome: 'unsubscribed', reason: null };
}
