import type { Said } from '../../../templates/bot/said.ts';
import { greeting, help, latest, type Reader, standingNow } from '../../../templates/bot/speech.ts';
import type { Language } from '../../advisory/language.ts';
import { reopenChat } from '../../audience/close-chat.ts';
import { type ChatStanding, findChat } from '../../audience/find-chat.ts';
import { subscribeChat } from '../../audience/subscribe-chat.ts';
import { endSubscription } from '../../audience/subscription.ts';
import type { Telegram } from '../../config.ts';
import type { Hub } from '../../hub.ts';
import { listAdvisories } from '../public/list-advisories.ts';
import { takeAnswer } from './answer.ts';
import { takeCode } from './link.ts';
import { done, type Outcome } from './outcome.ts';
import { endPress, say } from './say.ts';
import { type Asked, menuPress } from './wish.ts';

/** So many advisories are named when somebody asks for the newest. */
const newest = 5;

/** Does what somebody asks for, and says how the chat stands then, or whether a code or an answer was taken. */
export async function converse(hub: Hub, asked: Asked): Promise<Outcome> {
  const { chat, pressed, wish } = asked;
  const telegram = hub.config.telegram as Telegram;
  await reopenChat(hub, { chat });
  const before = await findChat(hub.sql, chat);
  const language = languageOf(asked, before);
  if (wish.kind === 'link') return takeCode(hub, { chat, code: wish.code, language });
  if (wish.kind === 'answer') return takeAnswer(hub, { asked, press: wish.press, language });
  await change(hub, asked, { before, language });
  const standing = await findChat(hub.sql, chat);
  const said = await answerTo(hub, asked, { language, standing, press: menuPress });
  await say(telegram, { chat, said, language });
  if (pressed) await endPress(telegram, pressed);
  return done(wish.kind);
}

/** What was asked for in so many words, what is chosen for this chat, or what the telephone speaks. */
function languageOf({ language }: Asked, { subscription, contact }: ChatStanding): Language {
  return language.chosen ?? subscription?.language ?? contact?.language ?? language.spoken;
}

type Change = { before: ChatStanding; language: Language };

async function change(hub: Hub, { chat, wish }: Asked, { before, language }: Change) {
  const { subscription } = before;
  if (wish.kind === 'subscribe')
    await subscribeChat(hub, { chat, language, urgentOnly: wish.urgentOnly });
  if (!subscription) return;
  const { id: subscriptionId, urgentOnly } = subscription;
  if (wish.kind === 'speak') await subscribeChat(hub, { chat, language, urgentOnly });
  if (wish.kind === 'end')
    await endSubscription(hub, { subscriptionId, actor: `subscription:${subscriptionId}` });
}

async function answerTo(hub: Hub, { wish }: Asked, reader: Reader): Promise<Said> {
  const { csirtName, publicUrl } = hub.config;
  if (wish.kind === 'help') return help(reader);
  if (wish.kind === 'greet' || wish.kind === 'speak') return greeting(reader, csirtName);
  if (wish.kind !== 'latest') return standingNow(reader);
  const { advisories } = await listAdvisories(hub.sql, { limit: newest, offset: 0 });
  return latest(reader, advisories, publicUrl);
}
