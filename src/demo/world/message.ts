import type { Temper } from '../country/temper.ts';
import type { Entry } from './entry.ts';
import type { Outcome, Visit } from './visit.ts';

/** What the world's thread is started with. */
export type Beginning = { hub: string; path: string; tempers: Record<string, Temper> };

/** What the demo asks of the world; `id` comes back with the answer. */
export type Ask = { id: number } & Wish;
export type Wish =
  | { kind: 'open'; visits: Visit[] }
  | { kind: 'answer' }
  | { kind: 'count' }
  | { kind: 'end' };

/** What came of people's visits, or how many messages there are. */
export type Answer = Outcome | number;

/** What the world tells. */
export type Tell =
  | { kind: 'ready'; port: number }
  | { kind: 'mail'; entries: Entry[] }
  | { kind: 'done'; id: number; answer: Answer }
  | { kind: 'failed'; id: number; message: string };
