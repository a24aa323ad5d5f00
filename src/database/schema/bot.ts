import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core';
import { at } from './word.ts';

/** What Telegram told the bot, by its number, so that what it tells again is taken once; kept for two days. Real time. */
export const botUpdates = pgTable(
  'bot_updates',
  {
    id: bigint({ mode: 'number' }).primaryKey(),
    /** What became of it, in the hub's own words. */
    outcome: text().notNull(),
    at: at('at').notNull(),
  },
  (t) => [index().on(t.at)],
);
