import type { DropReason } from './drop-reason.ts';

/**
 * What became of mail that came in.
 * `delivered`, `bounced`: a report settled its delivery · `noted`: a report that leaves it as it is ·
 * `acknowledged`: an answer counts · `doubted`: an answer is kept, and counts once a person confirms it ·
 * `unsubscribed`: a subscription ended · `dropped`: it changes nothing, and is counted by why ·
 * `early`: a report on what is not settled yet; whoever brought it brings it again.
 */
export const outcomes = [
  'delivered',
  'bounced',
  'noted',
  'acknowledged',
  'doubted',
  'unsubscribed',
  'dropped',
  'early',
] as const;
export type Outcome = { outcome: (typeof outcomes)[number]; reason: string | null };

export const dropped = (reason: DropReason): Outcome => ({ outcome: 'dropped', reason });
