/** Likelihood and impact share one scale. */
export const levels = ['low', 'medium', 'high'] as const;
export type Level = (typeof levels)[number];

/** Likelihood × impact of a version. */
export type Risk = { likelihood: Level; impact: Level };

const letters: Record<Level, string> = { low: 'L', medium: 'M', high: 'H' };

/** The risk as it is written: `M/H`. */
export function formatRisk({ likelihood, impact }: Risk): string {
  return `${letters[likelihood]}/${letters[impact]}`;
}

/** High/high is *Urgent*, everything else *Normal*. */
export function isUrgent({ likelihood, impact }: Risk): boolean {
  return likelihood === 'high' && impact === 'high';
}

/** Whether the risk went up: likelihood or impact higher, and neither of them lower. */
export function isRaised(from: Risk, to: Risk): boolean {
  const likelihood = levels.indexOf(to.likelihood) - levels.indexOf(from.likelihood);
  const impact = levels.indexOf(to.impact) - levels.indexOf(from.impact);
  return likelihood >= 0 && impact >= 0 && likelihood + impact > 0;
}
