import type { Chance } from './chance.ts';
import type { InventedSubscriber } from './invented.ts';

/** The public: two thirds read Dutch, a third wants to hear of Urgent advisories alone. */
export function inventSubscribers(chance: Chance, count: number): InventedSubscriber[] {
  return Array.from({ length: count }, (_, index) => ({
    target: `lezer${String(index + 1).padStart(4, '0')}@post.example`,
    language: chance.happens(0.65) ? 'nl' : 'en',
    urgentOnly: chance.happens(0.33),
  }));
}
