import { Api, GrammyError } from 'grammy';
import { DeliveryError } from '../../errors.ts';
import type { Channel, Finished } from '../channel.ts';
import { failureOf } from './failure.ts';
import {
  compose,
  type Order,
  orderFor,
  type Placed,
  referenceOf,
  type Segments,
} from './message.ts';
import { createPeace } from './peace.ts';
import { createSpacing } from './spacing.ts';
import { createTurns } from './turns.ts';

export type TelegramConfig = {
  /** Of the bot, as Telegram's BotFather gave it. */
  token: string;
  /** Where Telegram's Bot API answers. */
  apiRoot: string;
};

/** What Telegram asks of a bot: 30 messages a second in all, one a second to a chat, twenty a minute to a group. */
const perSecond = { all: 30, chat: 1, group: 20 / 60 };
const places = { total: 10, urgent: 1, ahead: 0 };

/** Groups and channels have a name or a negative number; people a positive one. */
const isGroup = (target: string) => /^[-@]/.test(target);

type Options = { urgent: boolean; timeoutMs: number };

/** Messages by a bot: to public channels, to subscribers and to contacts that linked a chat. */
export function createTelegram({ token, apiRoot }: TelegramConfig): Channel<Segments> {
  const api = new Api(token, { apiRoot });
  const turns = createTurns({ ...places, perSecond: perSecond.all });
  const peace = createPeace();
  const spacing = createSpacing(perSecond.chat);
  /** Groups that became supergroups, with their new number. */
  const moved = new Map<string, string>();
  const closing = new AbortController();

  /** One call, in its turn, within what is left of the time; what a chat asks for is kept to. */
  async function call<T>(
    target: string,
    { urgent, until }: { urgent: boolean; until: number },
    ask: (chat: string, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const done = await turns.take({ urgent, timeoutMs: until - performance.now() });
    const limit = AbortSignal.timeout(Math.max(0, Math.round(until - performance.now())));
    const signal = AbortSignal.any([limit, closing.signal]);
    try {
      return await ask(moved.get(target) ?? target, signal);
    } catch (error) {
      const chat = error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
      if (chat === undefined || moved.has(target)) throw failureOf(error, target);
      moved.set(target, String(chat));
      return await ask(String(chat), signal).catch((again: unknown) => {
        throw failureOf(again, target);
      });
    } finally {
      done();
    }
  }

  async function send({ target, envelope }: Finished, { urgent, timeoutMs }: Options) {
    const order = envelope as Order;
    const limits = { urgent, until: performance.now() + timeoutMs };
    // A group's lane keeps its own pace; private chats share a lane, so each has to be spared by itself.
    if (!isGroup(target)) await spacing.turn(target, timeoutMs);
    for (const { chat: home, id } of order.replaces)
      await call(home, limits, async (chat, signal) => {
        // Under the new number of its group it would be another post.
        if (chat === home)
          await api.editMessageText(chat, id, order.text, edited(order), abort(signal));
      }).catch(passOver);
    const sent = await call(target, limits, async (chat, signal) => {
      const { message_id: id } = await api.sendMessage(
        chat,
        order.text,
        shown(order, chat),
        abort(signal),
      );
      return { chat, id };
    });
    return { detail: `taken as message ${sent.id}`, reference: referenceOf(sent) };
  }

  return {
    name: 'telegram',
    places,
    rate: perSecond.all,
    rateOf: (target) => (isGroup(target) ? perSecond.group : perSecond.all),
    compose,
    finish(segments, recipient) {
      const order = orderFor(segments, recipient);
      const bytes = new TextEncoder().encode(JSON.stringify(order));
      return { target: recipient.target, bytes, envelope: order };
    },
    async send(message, options) {
      const left = peace.left(message.target, performance.now());
      if (left > 0)
        throw new DeliveryError('Telegram asked for peace in this chat.', {
          permanent: false,
          retryAfter: left,
        });
      return send(message, options).catch((error: unknown) => {
        if (error instanceof DeliveryError && error.retryAfter !== undefined)
          peace.keep(message.target, error.retryAfter, performance.now());
        throw error;
      });
    },
    close: async () => closing.abort(),
  };
}

const calm = { link_preview_options: { is_disabled: true } };

const edited = ({ entities }: Order) => ({ ...calm, entities });

const shown = ({ entities, buttons, answers }: Order, chat: string) => ({
  ...calm,
  entities,
  ...(buttons.length > 0 && { reply_markup: { inline_keyboard: buttons } }),
  ...replyTo(answers.find((post) => post.chat === chat)),
});

const replyTo = (post: Placed | undefined) =>
  post && { reply_parameters: { message_id: post.id, allow_sending_without_reply: true } };

/** A post that is not there any more, or says so already, needs no change; a chat that is gone will say so again. */
function passOver(error: unknown): void {
  if (!(error instanceof DeliveryError) || !error.permanent) throw error;
}

/** grammY's types know the AbortSignal of another package; any one serves. */
const abort = (signal: AbortSignal) => signal as never;
