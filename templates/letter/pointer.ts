import type { Language } from '../../src/advisory/language.ts';
import type { Letter } from '../../src/channel/channel.ts';
import { pointerEvent } from './event.ts';
import { footParts } from './foot.ts';
import { letterOf } from './letter.ts';
import type { Part } from './part.ts';
import type { Author, Reader, Told } from './reader.ts';
import { actionPart, deadlineInWords } from './request.ts';

const words: Record<Language, Record<'subject' | 'title' | 'text', string>> = {
  nl: {
    subject: 'Er staat een advies voor u klaar',
    title: 'Er staat een advies voor u klaar',
    text: `Wij hebben een advies voor u dat niet langs deze weg mag worden verstuurd. Daarom staat hier niet waarover het gaat.

Vraag het ons langs de weg die met uw organisatie is afgesproken. Laat ons hieronder weten dat dit bericht u heeft bereikt; wilt u dat wij u bellen, kies daar dan "Bel ons".`,
  },
  en: {
    subject: 'An advisory waits for you',
    title: 'An advisory waits for you',
    text: `We have an advisory for you that may not be sent this way. That is why this message does not say what it is about.

Ask us for it in the way agreed with your organisation. Let us know below that this message has reached you; if you want us to call, choose "Call us" there.`,
  },
};

/**
 * A letter that says only that something waits: no subject matter, number, label, risk, covering note or conditions.
 * It is never marked urgent, since that would tell the risk.
 */
export function pointerLetter(told: Told, author: Author, reader: Reader): Letter {
  const { language, owner } = reader;
  const w = words[language];
  const deadline: Part[] = told.deadlineAt
    ? [{ kind: 'prose', text: deadlineInWords(told.deadlineAt, language) }]
    : [];
  const message = {
    language,
    subject: `${author.name}: ${w.subject}`,
    tlp: null,
    title: w.title,
    parts: [{ kind: 'prose', text: w.text } as const, ...deadline, actionPart('confirm', language)],
    foot: footParts(author, reader, []),
  };
  return letterOf(message, {
    urgent: false,
    owner,
    event: pointerEvent(told),
    page: null,
    thread: 'alone',
    choices: [],
  });
}
