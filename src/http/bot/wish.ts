import type { Language } from '../../advisory/language.ts';
import { type Press, readPress } from '../../channel/telegram/press.ts';
import type { Keyboard, Update } from './update.ts';

/** What somebody wants of the bot. */
export type Wish =
  | { kind: 'greet' | 'help' | 'latest' | 'end' | 'speak' }
  | { kind: 'subscribe'; urgentOnly: boolean }
  /** A contact brings this chat under its name. */
  | { kind: 'link'; code: string }
  /** A choice under a message of ours. */
  | { kind: 'answer'; press: Press };

/** Who wants it, and where it is answered. */
export type Asked = {
  chat: string;
  wish: Wish;
  /** What was asked for in so many words, and what their telephone speaks. */
  language: { chosen: Language | null; spoken: Language };
  /** As Telegram shows them. */
  person: string;
  /** The button that was pressed, under which message. */
  pressed: { id: string; messageId: number; keyboard: Keyboard } | null;
};

/** The bot was let into a private chat again, or shut out of a chat. */
export type Passage = { chat: string; open: boolean };

/** A group became a supergroup, which has another number. */
export type Move = { chat: string; to: string };

export type Read = { asked: Asked } | { passage: Passage } | { move: Move } | { dropped: string };

/** Reads what an update asks for. A conversation is held in private chats alone: what is said in a group is not for us. */
export function readUpdate({ message, callback_query, my_chat_member }: Update): Read {
  if (message) return readMessage(message);
  if (callback_query) return readButton(callback_query);
  if (!my_chat_member) return { dropped: 'of another kind' };
  const { chat, new_chat_member: member } = my_chat_member;
  const open = !['kicked', 'left'].includes(member.status);
  return { passage: { chat: String(chat.id), open } };
}

function readMessage({
  chat,
  from,
  text,
  migrate_to_chat_id: to,
}: NonNullable<Update['message']>): Read {
  if (to !== undefined) return { move: { chat: String(chat.id), to: String(to) } };
  if (chat.type !== 'private') return { dropped: 'not a private chat' };
  const { wish, chosen } = wishOf(text ?? '');
  const language = { chosen, spoken: spokenBy(from) };
  return { asked: { chat: String(chat.id), wish, language, person: nameOf(from), pressed: null } };
}

function readButton({ id, from, data = '', message }: NonNullable<Update['callback_query']>): Read {
  if (!message) return { dropped: 'under no message' };
  const press = readPress(data);
  const menu = /^bot:(all|urgent|end|latest|help|speak):(nl|en)$/.exec(data);
  if (!press && !menu) return { dropped: 'not a button of ours' };
  if (!press && message.chat.type !== 'private') return { dropped: 'not a private chat' };
  const keyboard = message.reply_markup?.inline_keyboard ?? [];
  return {
    asked: {
      chat: String(message.chat.id),
      wish: press ? { kind: 'answer', press } : menuWish(menu?.[1] as MenuWish),
      language: { chosen: (menu?.[2] as Language) ?? null, spoken: spokenBy(from) },
      person: nameOf(from),
      pressed: { id, messageId: message.message_id, keyboard },
    },
  };
}

/** What the buttons of the bot's own messages want. */
export type MenuWish = 'all' | 'urgent' | 'end' | 'latest' | 'help' | 'speak';

/** As `callback_data`. The language goes along, so that somebody of whom nothing is kept is answered in their own. */
export const menuPress = (wish: MenuWish, language: Language) => `bot:${wish}:${language}`;

function menuWish(wish: MenuWish): Wish {
  if (wish === 'all' || wish === 'urgent')
    return { kind: 'subscribe', urgentOnly: wish === 'urgent' };
  return { kind: wish };
}

type Word = { wish: Wish; chosen: Language | null };
const word = (wish: Wish, chosen: Language | null = null): Word => ({ wish, chosen });

const commands: Record<string, Word> = {
  help: word({ kind: 'help' }),
  hulp: word({ kind: 'help' }),
  all: word({ kind: 'subscribe', urgentOnly: false }),
  alles: word({ kind: 'subscribe', urgentOnly: false }),
  urgent: word({ kind: 'subscribe', urgentOnly: true }),
  subscribe: word({ kind: 'greet' }),
  aanmelden: word({ kind: 'greet' }),
  stop: word({ kind: 'end' }),
  unsubscribe: word({ kind: 'end' }),
  afmelden: word({ kind: 'end' }),
  latest: word({ kind: 'latest' }),
  laatste: word({ kind: 'latest' }),
  nl: word({ kind: 'speak' }, 'nl'),
  nederlands: word({ kind: 'speak' }, 'nl'),
  en: word({ kind: 'speak' }, 'en'),
  english: word({ kind: 'speak' }, 'en'),
};

/** A code as it is typed, with or without its hyphens. */
const code = /^[a-z2-9]{4}-?[a-z2-9]{4}-?[a-z2-9]{4}$/i;

/** What a message wants; whoever says something else is told what there is. */
function wishOf(text: string): Word {
  const [first = '', second = ''] = text.trim().slice(0, 200).split(/\s+/);
  const name = /^\/?([a-z]+)(?:@\w+)?$/i.exec(first)?.[1]?.toLowerCase() ?? '';
  if (['start', 'link', 'koppel'].includes(name) && first.startsWith('/'))
    return word(code.test(second) ? { kind: 'link', code: second } : { kind: 'greet' });
  if (Object.hasOwn(commands, name)) return commands[name] as Word;
  if (code.test(first)) return word({ kind: 'link', code: first });
  return word({ kind: 'help' });
}

type Person = { first_name: string; last_name: string; language_code: string };

/** Their telephone's language, where it is one of ours; a Dutch hub takes Dutch for granted. */
const spokenBy = (person: Person | undefined): Language =>
  /^(nl\b|$)/i.test(person?.language_code ?? '') ? 'nl' : 'en';

const nameOf = (person: Person | undefined): string =>
  [person?.first_name, person?.last_name].filter(Boolean).join(' ').trim().slice(0, 200);
