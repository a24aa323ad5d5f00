import type { Language } from '../../src/advisory/language.ts';
import type { Tlp } from '../../src/advisory/tlp.ts';
import type { Chat, LetterEvent } from '../../src/channel/channel.ts';

/** What a letter is made of; the text and the HTML are both written from the same parts. */
export type Part =
  | { kind: 'heading'; text: string }
  /** Running text as its author typed it. */
  | { kind: 'prose'; text: string }
  | { kind: 'facts'; facts: [name: string, value: string][] }
  | { kind: 'list'; items: string[] }
  | { kind: 'links'; links: Link[] }
  /** The one thing that the reader is asked to do. */
  | { kind: 'action'; link: Link; note: string }
  /** Set apart from the rest: `loud` for what cannot wait. */
  | { kind: 'box'; loud: boolean; parts: Part[] };

export type Link = { title: string; url: string };

/** A letter before it is text or HTML. A pointer shows no label: the label is part of what it keeps back. */
export type Message = {
  language: Language;
  subject: string;
  tlp: Tlp | null;
  title: string;
  parts: Part[];
  foot: Part[];
};

/** What a letter is beside its words, and where all of it can be read. */
export type Manner = {
  urgent: boolean;
  owner: 'contact' | 'public';
  /** The page of the website; null where there is none. */
  page: Link | null;
  event: LetterEvent;
} & Pick<Chat, 'thread' | 'choices'>;
