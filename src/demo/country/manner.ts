import type { Chance } from './chance.ts';

/**
 * How a contact answers.
 * `at once`: within the hour · `same day`: before the evening · `late`: after the deadline · `never`: it reads, or does
 * not, and says nothing · `asks for help`: answers at once with *call us*.
 */
export const manners = ['at once', 'same day', 'late', 'never', 'asks for help'] as const;
export type Manner = (typeof manners)[number];

/** Draws a manner as people have them: half of them quick, one in six silent. */
export function drawManner(chance: Chance): Manner {
  if (chance.happens(0.5)) return 'at once';
  if (chance.happens(0.4)) return 'same day';
  if (chance.happens(0.4)) return 'late';
  return chance.happens(0.12) ? 'asks for help' : 'never';
}
