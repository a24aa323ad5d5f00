/** What became of an update: what was wished for and done, or why it was dropped; the words are ours. */
export type Outcome = { outcome: 'done' | 'dropped' | 'failed'; why: string };

export const done = (why: string): Outcome => ({ outcome: 'done', why });
export const dropped = (why: string): Outcome => ({ outcome: 'dropped', why });
