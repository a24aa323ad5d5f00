import type { Receipt } from '../channel/channel.ts';
import { DeliveryError } from '../errors.ts';
import type { Claimed } from './claim.ts';
import { nextWait, patienceInWords } from './retry.ts';
import type { Outcome } from './settle.ts';

/** What a send came to: the other side's receipt, or an error. */
type Result = Receipt | { error: unknown };

/** Turns a result into what the ledger writes. `unexpected`: not the channel's word but a fault of ours. */
export function outcomeOf(delivery: Claimed, result: Result): Outcome & { unexpected: boolean } {
  const base = { ...release(delivery), released: false, unexpected: false };
  if ('detail' in result) {
    const { detail, reference = null } = result;
    return { ...base, state: 'sent', detail, reference };
  }
  const { error } = result;
  if (!(error instanceof DeliveryError))
    return { ...tryAgain(delivery, { ...base, detail: 'an internal error' }, 0), unexpected: true };
  const heard = { ...base, detail: error.message, inDoubt: error.inDoubt };
  if (error.relay) return { ...heard, released: true, delayMs: 1000 };
  if (error.permanent) return { ...heard, state: 'failed', gone: error.gone };
  return tryAgain(delivery, heard, (error.retryAfter ?? 0) * 1000);
}

/** Gives a delivery back that was never begun. */
export function release(delivery: Claimed): Outcome {
  return {
    deliveryId: delivery.id,
    leaseId: delivery.leaseId,
    state: 'queued',
    detail: null,
    reference: null,
    gone: false,
    delayMs: 0,
    inDoubt: false,
    released: true,
  };
}

function tryAgain<T extends Outcome>(delivery: Claimed, outcome: T, retryAfterMs: number): T {
  const { attempts, priority, channel } = delivery;
  const delayMs = nextWait(attempts, { urgent: priority === 0, channel, retryAfterMs });
  if (delayMs !== null) return { ...outcome, state: 'queued', delayMs };
  const detail = `given up after ${patienceInWords(channel)}: ${outcome.detail}`;
  return { ...outcome, state: 'failed', detail };
}
