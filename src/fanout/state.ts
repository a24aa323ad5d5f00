/**
 * The states of a delivery. Each has the sentence that settles arguments.
 * `queued`: nobody holds it; it may be sent when it is due.
 * `sending`: a dispatcher holds it under a lease; when the lease runs out it is queued again, in doubt.
 * `sent`: the next server took responsibility for it.
 * `delivered`: a report says that it arrived (the one late move from sent, beside bounced).
 * `bounced`: taken at first, returned later.
 * `failed`: refused for good, or for now until its two days were over; never handed over.
 * `cancelled`: stopped before it was sent, with the reason (superseded by a newer version among them).
 * `skipped`: in the audience, left out on purpose, with the reason.
 */
export const deliveryStates = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'bounced',
  'failed',
  'cancelled',
  'skipped',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Every state but the two in which work remains. */
export const finalStates: readonly DeliveryState[] = deliveryStates.filter(
  (state) => state !== 'queued' && state !== 'sending',
);
