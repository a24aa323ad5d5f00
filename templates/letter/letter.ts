import type { Letter, LetterEvent } from '../../src/channel/channel.ts';
import { renderChat } from './chat.ts';
import { renderHtml } from './html.tsx';
import type { Manner, Message } from './part.ts';
import { renderText } from './text.ts';

const cover = { nl: 'Versleuteld bericht', en: 'Encrypted message' };

/** No machine is ever told. */
const event: LetterEvent = { type: 'test', subject: null, at: null, versionId: null, data: {} };

/** Writes out what the house has to say beside its advisories, to one mailbox: it hangs under nothing and asks no answer. */
export const plainLetterOf = (message: Message): Letter =>
  letterOf(message, {
    urgent: false,
    owner: 'contact',
    page: null,
    thread: 'alone',
    choices: [],
    event,
  });

/** Writes a message out as text, as HTML and for a chat. */
export function letterOf(message: Message, manner: Manner): Letter {
  return {
    subject: message.subject,
    text: renderText(message),
    html: renderHtml(message),
    chat: renderChat(message, manner),
    language: message.language,
    urgent: manner.urgent,
    cover: cover[message.language],
    // FIRST TLP 2.0: for its reader's eyes and ears only. A pointer bears no label.
    sealed: message.tlp === 'RED',
    public: manner.owner === 'public',
    event: manner.event,
  };
}
