import type { IncomingMessage } from 'node:http';
import { json, listen, type Server } from './listen.ts';
import type { Button, Entity, Post } from './post.ts';

type Update = { update_id: number } & Record<string, unknown>;
type Body = {
  chat_id?: string | number;
  message_id?: number;
  callback_query_id?: string;
  text?: string;
  entities?: Entity[];
  reply_markup?: { inline_keyboard?: Button[][] };
  reply_parameters?: { message_id: number };
  offset?: number;
  timeout?: number;
};

/** Somebody with Telegram on their telephone. */
export type Person = { chat: string; name: string; language: string };

export type Telegram = Server & {
  posts: readonly Post[];
  /** Says something to the bot; settles once it has answered. */
  say(person: Person, text: string): Promise<void>;
  /** Presses a button of a message; settles once the bot has taken it. */
  press(person: Person, post: Post, button: Button): Promise<void>;
};

/** Telegram, as far as the hub knows it: its Bot API on loopback, with the chats that messages come to. */
export async function openTelegram(): Promise<Telegram> {
  const posts: Post[] = [];
  const updates: Update[] = [];
  /** Called when there is something new for whoever asks for updates, and per press or chat when the bot answered. */
  const waiting = new Map<string, () => void>();
  const wake = (what: string) => waiting.get(what)?.();

  const methods: Record<string, (body: Body, request: IncomingMessage) => unknown> = {
    getMe: () => ({ id: 1, is_bot: true, first_name: 'Semafoor', username: 'semafoor_demo_bot' }),
    async getUpdates({ offset = 0, timeout = 0 }, { socket }) {
      const left = () => updates.filter(({ update_id }) => update_id >= offset);
      if (left().length === 0) {
        const told = Promise.withResolvers<void>();
        waiting.set('updates', told.resolve);
        const limit = setTimeout(told.resolve, timeout * 1000);
        socket.once('close', told.resolve);
        await told.promise;
        clearTimeout(limit);
        socket.off('close', told.resolve);
      }
      return left();
    },
    sendMessage({ chat_id, text = '', entities = [], reply_markup, reply_parameters }) {
      const post: Post = {
        chat: String(chat_id),
        id: posts.length + 1,
        text,
        entities,
        buttons: reply_markup?.inline_keyboard ?? [],
        answers: reply_parameters?.message_id ?? null,
        edited: false,
      };
      posts.push(post);
      wake(`chat ${post.chat}`);
      return shown(post);
    },
    editMessageText({ message_id, text = '', entities = [], reply_markup }) {
      const post = find(message_id);
      const buttons = reply_markup?.inline_keyboard ?? [];
      return shown(Object.assign(post, { text, entities, buttons, edited: true }));
    },
    editMessageReplyMarkup({ message_id, reply_markup }) {
      return shown(
        Object.assign(find(message_id), { buttons: reply_markup?.inline_keyboard ?? [] }),
      );
    },
    answerCallbackQuery({ callback_query_id }) {
      wake(`press ${callback_query_id}`);
      return true;
    },
  };

  function find(id: number | undefined): Post {
    const post = posts.find((each) => each.id === id);
    if (!post) throw new Error('Bad Request: message to edit not found');
    return post;
  }

  /** Tells the bot, and waits until it has done what ends the waiting. */
  async function tell(update: Record<string, unknown>, until: string): Promise<void> {
    const done = Promise.withResolvers<void>();
    waiting.set(until, done.resolve);
    updates.push({ update_id: updates.length + 1, ...update });
    wake('updates');
    await done.promise;
    waiting.delete(until);
  }

  const server = await listen(async (request) => {
    const [, , method = ''] = request.url?.split('/') ?? [];
    const body = (await json(request)) as Body;
    try {
      const result = await (methods[method] ?? (() => true))(body, request);
      return { status: 200, body: { ok: true, result } };
    } catch (error) {
      const description = (error as Error).message;
      return { status: 400, body: { ok: false, error_code: 400, description } };
    }
  });
  return {
    ...server,
    posts,
    say: (person, text) =>
      tell(
        { message: { message_id: 1, ...from(person), chat: chatOf(person), text } },
        `chat ${person.chat}`,
      ),
    press(person, post, { callback_data: data }) {
      const id = String(updates.length + 1);
      const message = { ...shown(post), reply_markup: { inline_keyboard: post.buttons } };
      return tell({ callback_query: { id, ...from(person), data, message } }, `press ${id}`);
    },
  };
}

const chatOf = ({ chat }: { chat: string }) => ({
  id: /^-?\d+$/.test(chat) ? Number(chat) : chat,
  type: /^[-@]/.test(chat) ? 'channel' : 'private',
});

const from = ({ chat, name, language }: Person) => ({
  from: { id: Number(chat), is_bot: false, first_name: name, language_code: language },
});

/** As Telegram tells of a message; its clock is not the hub's, and the hub asks for none of it. */
const shown = (post: Post) => ({
  message_id: post.id,
  date: 0,
  chat: chatOf(post),
  text: post.text,
});
