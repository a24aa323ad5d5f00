import type { Choice } from '../../acknowledgement/choice.ts';
import type { Temper } from '../country/temper.ts';
import type { Chatter } from './chat.ts';
import type { Entry } from './entry.ts';
import type { Post } from './post.ts';
import type { Received } from './received.ts';
import type { Outcome, Visit } from './visit.ts';

/** What the world's thread is started with. */
export type Beginning = { hub: string; path: string; tempers: Record<string, Temper> };

/** What the demo asks of the world; `id` comes back with the answer. */
export type Ask = { id: number } & Wish;
export type Wish =
  | { kind: 'open'; visits: Visit[] }
  | { kind: 'answer' }
  | { kind: 'count' }
  | { kind: 'link'; chatters: Chatter[] }
  | { kind: 'press'; choice: Choice }
  | { kind: 'posts' }
  | { kind: 'subscribe'; key: string }
  | { kind: 'received' }
  | { kind: 'end' };

/** What came of people's visits, how many there are or did it, or what they hold. */
export type Answer = Outcome | number | readonly Post[] | readonly Received[];

/** Where the world listens, on loopback. */
export type Doors = {
  /** Its SMTP server's port. */
  port: number;
  /** Where Telegram's Bot API answers. */
  telegram: string;
};

/** What the world tells. */
export type Tell =
  | ({ kind: 'ready' } & Doors)
  | { kind: 'mail'; entries: Entry[] }
  | { kind: 'done'; id: number; answer: Answer }
  | { kind: 'failed'; id: number; message: string };
