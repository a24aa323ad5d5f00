import { type Reader, standingNow } from '../../../templates/bot/speech.ts';
import { words } from '../../../templates/bot/words.ts';
import type { Language } from '../../advisory/language.ts';
import { findChat } from '../../audience/find-chat.ts';
import { linkChat } from '../../audience/link-chat.ts';
import type { Telegram } from '../../config.ts';
import { HubError } from '../../errors.ts';
import type { Hub } from '../../hub.ts';
import { done, dropped, type Outcome } from './outcome.ts';
import { say } from './say.ts';
import { menuPress } from './wish.ts';

type Shown = { chat: string; code: string; language: Language };

/** Takes the code that a contact shows, and says whether it worked. */
export async function takeCode(hub: Hub, { chat, code, language }: Shown): Promise<Outcome> {
  const refused = await linkChat(hub, { chat, code }).then(
    () => null,
    (error: unknown) => {
      if (error instanceof HubError && ['not_found', 'too_many'].includes(error.code)) return error;
      throw error;
    },
  );
  const standing = await findChat(hub.sql, chat);
  const spoken = refused ? language : (standing.contact?.language ?? language);
  const reader: Reader = { language: spoken, standing, press: menuPress };
  const w = words[spoken];
  const first = refused?.code === 'too_many' ? w.wait : refused ? w.badCode : w.linked;
  const said = standingNow(reader, [first]);
  await say(hub.config.telegram as Telegram, { chat, said, language: spoken });
  return refused ? dropped(`a code: ${refused.code}`) : done('link');
}
