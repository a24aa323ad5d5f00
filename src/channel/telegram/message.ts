import type { InlineKeyboardButton, MessageEntity } from 'grammy/types';
import { type Chat, type Letter, type Recipient, slot } from '../channel.ts';
import { cut, type Text } from './cut.ts';
import { pressOf } from './press.ts';

/** A letter before it is anybody's: its text is the same for all who get it, its buttons are each one's own. */
export type Segments = Text & Pick<Chat, 'choices' | 'page' | 'thread'>;

/** A post: its number says something in its own chat alone, and a group that became a supergroup counts anew. */
export type Placed = { chat: string; id: number };

/** What Telegram is asked for one recipient: which posts to change first, then what to send. */
export type Order = {
  replaces: Placed[];
  text: string;
  entities: MessageEntity[];
  buttons: InlineKeyboardButton[][];
  /** The posts that this one may answer: it does the first that stands where it goes. */
  answers: Placed[];
};

/** Lays a letter out once. Text is text and its layout a list of ranges beside it: there is nothing to escape. */
export function compose({ chat, language }: Letter): Segments {
  const { choices, page, thread } = chat;
  return { ...cut(chat, language), choices, page, thread };
}

/** The recipient's own order; what it says depends on nothing but the letter and the recipient. */
export function orderFor(segments: Segments, recipient: Recipient): Order {
  const { text, entities, thread } = segments;
  const posts = recipient.posts.map(({ reference, sameVersion }) => ({
    sameVersion,
    place: readReference(reference, recipient.target),
  }));
  return {
    replaces:
      thread === 'replace'
        ? posts.filter(({ sameVersion }) => sameVersion).map(({ place }) => place)
        : [],
    text,
    entities,
    buttons: buttonsOf(segments, recipient),
    answers: thread === 'alone' ? [] : posts.map(({ place }) => place),
  };
}

/** What a post is called in the ledger: `-10042/17`. */
export const referenceOf = ({ chat, id }: Placed) => `${chat}/${id}`;

/** Older ones are a number alone, of the chat that the address leads to. */
function readReference(reference: string, target: string): Placed {
  const at = reference.lastIndexOf('/');
  return { chat: at < 0 ? target : reference.slice(0, at), id: Number(reference.slice(at + 1)) };
}

/** A row for each choice, so that none is cut on a telephone, and one for the recipient's own page. */
function buttonsOf({ choices, page }: Segments, { key, slots }: Recipient) {
  const rows: InlineKeyboardButton[][] = choices.map(({ title, value }) => [
    { text: title, callback_data: pressOf({ choice: value, key }) },
  ]);
  if (page) rows.push([{ text: page.title, url: filled(page.url, slots) }]);
  return rows;
}

function filled(url: string, slots: Recipient['slots']): string {
  return url
    .replaceAll(slot('acknowledge'), slots.acknowledge)
    .replaceAll(slot('unsubscribe'), slots.unsubscribe);
}
