import type { Run } from '../../src/channel/channel.ts';

/** A button under what the bot says: it leads to a page, or says something itself. */
export type Button = { title: string; url: string } | { title: string; says: string };

/** What the bot says: text as it stands, and a row per button. */
export type Said = { runs: Run[]; buttons: Button[] };

export const plain = (text: string): Run[] => [{ text }];
