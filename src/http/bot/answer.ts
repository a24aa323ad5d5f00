import { choiceWords } from '../../../templates/acknowledge/words.ts';
import { words } from '../../../templates/bot/words.ts';
import type { Choice } from '../../acknowledgement/choice.ts';
import { takePress } from '../../acknowledgement/take-press.ts';
import type { Language } from '../../advisory/language.ts';
import { type Press, readPress } from '../../channel/telegram/press.ts';
import type { Telegram } from '../../config.ts';
import type { Hub } from '../../hub.ts';
import { done, dropped, type Outcome } from './outcome.ts';
import { endPress, showKeyboard } from './say.ts';
import type { Keyboard } from './update.ts';
import type { Asked } from './wish.ts';

type Answer = { asked: Asked; press: Press; language: Language };

/** Takes a choice under a message of ours as the contact's answer, and marks it there; another may be chosen later. */
export async function takeAnswer(hub: Hub, { asked, press, language }: Answer): Promise<Outcome> {
  const { chat, person, pressed } = asked;
  if (!pressed) return dropped('nothing was pressed');
  const telegram = hub.config.telegram as Telegram;
  const { id, messageId } = pressed;
  const choice = await takePress(hub, { ...press, chat, press: id, person });
  if (choice === null) {
    await endPress(telegram, { id, text: words[language].noAnswer });
    return dropped('nothing to answer');
  }
  const keyboard = marked(pressed.keyboard, choice);
  if (keyboard.length > 0) await showKeyboard(telegram, { chat, messageId, keyboard });
  const text = words[language].answered(choiceWords[language][choice]);
  await endPress(telegram, { id, text });
  return done(`answer: ${choice}`);
}

const mark = '✓ ';

/** The same buttons, the one that stands with a mark before it. */
function marked(keyboard: Keyboard, choice: Choice) {
  return keyboard.map((row) =>
    row.map(({ text, callback_data: data, url = '' }) => {
      if (data === undefined) return { text, url };
      const bare = text.startsWith(mark) ? text.slice(mark.length) : text;
      const stands = readPress(data)?.choice === choice;
      return { text: stands ? mark + bare : bare, callback_data: data };
    }),
  );
}
