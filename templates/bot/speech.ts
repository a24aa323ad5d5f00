import type { Language } from '../../src/advisory/language.ts';
import { formatOrdinal } from '../../src/advisory/ordinal.ts';
import { formatRisk } from '../../src/advisory/risk.ts';
import type { Run } from '../../src/channel/channel.ts';
import { advisoryPath } from '../site/address.ts';
import type { ListedAdvisory } from '../site/list.tsx';
import type { Button, Said } from './said.ts';
import { words } from './words.ts';

/** How a chat stands with the hub, as far as the bot speaks of it. */
export type Standing = { subscription: { urgentOnly: boolean } | null; contact: object | null };

/** To whom the bot speaks, and what its buttons say when they are pressed. */
export type Reader = {
  language: Language;
  standing: Standing;
  press: (wish: keyof typeof words.nl.buttons, language: Language) => string;
};

/** Who the bot is, and how this chat stands. */
export function greeting(reader: Reader, name: string): Said {
  const w = words[reader.language];
  return { runs: paragraphs([w.greeting(name), ...standingLines(reader)]), buttons: menu(reader) };
}

/** How this chat stands, after something was changed or not. */
export function standingNow(reader: Reader, first: string[] = []): Said {
  return { runs: paragraphs([...first, ...standingLines(reader)]), buttons: menu(reader) };
}

/** What the bot can do. */
export function help(reader: Reader): Said {
  const lines = [words[reader.language].help, ...standingLines(reader)];
  return { runs: paragraphs(lines), buttons: menu(reader) };
}

/** The newest advisories, each a link to its page. */
export function latest(reader: Reader, advisories: ListedAdvisory[], url: string): Said {
  const { language } = reader;
  const w = words[language];
  if (advisories.length === 0) return { runs: [{ text: w.nothing }], buttons: menu(reader) };
  const lines = advisories.flatMap((advisory): Run[] => {
    const { trackingId, ordinal, withdrawnAt, texts } = advisory;
    const mark = withdrawnAt ? w.withdrawn : formatRisk(advisory);
    return [
      { text: `\n\n${trackingId} [${formatOrdinal(ordinal)}] [${mark}]\n` },
      { text: texts[language].title, url: url + advisoryPath(advisory, language) },
    ];
  });
  return { runs: [{ text: w.latest, strong: true }, ...lines], buttons: menu(reader) };
}

function standingLines({ language, standing }: Reader): string[] {
  const w = words[language];
  const { subscription, contact } = standing;
  const subscribed = subscription?.urgentOnly ? w.urgent : w.all;
  return [...(contact ? [w.contact] : []), subscription ? subscribed : w.none];
}

/** What can be wished for from here: nothing that is so already. */
function menu({ language, standing, press }: Reader): Button[] {
  const { subscription } = standing;
  const other: Language = language === 'nl' ? 'en' : 'nl';
  const { buttons } = words[language];
  const wishes = [
    ...(subscription?.urgentOnly === false ? [] : (['all'] as const)),
    ...(subscription?.urgentOnly === true ? [] : (['urgent'] as const)),
    ...(subscription ? (['end'] as const) : []),
    'latest' as const,
  ];
  return [
    ...wishes.map((wish) => ({ title: buttons[wish], says: press(wish, language) })),
    { title: buttons.speak, says: press('speak', other) },
  ];
}

const paragraphs = (texts: string[]): Run[] => [{ text: texts.join('\n\n') }];
