import { HubError } from '../../errors.ts';
import type { Holder } from '../../fanout/webhook/as-holder.ts';
import type { Caller, Partner } from '../../operator/caller.ts';

/** Whose webhooks the caller sees; null: everybody's. */
export const ownOf = ({ partner }: Caller): number | null => partner?.organisationId ?? null;

/** Who changes a webhook. */
export const holderOf = ({ partner, operator }: Caller): Holder =>
  partner ? { partner } : { operatorId: operator.id };

/** The partner that asks, where nobody else may. @throws HubError forbidden */
export function partnerOf({ partner }: Caller): Partner {
  if (partner) return partner;
  throw new HubError('forbidden', 'This is for partners: send a key that was made for one.');
}
