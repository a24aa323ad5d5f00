import type { Language } from '../../src/advisory/language.ts';
import { slot } from '../../src/channel/channel.ts';
import type { Link, Part } from './part.ts';
import type { Author, Reader } from './reader.ts';

const words = {
  nl: {
    contact: (name: string) =>
      `U ontvangt dit bericht van ${name} omdat u voor uw organisatie onze contactpersoon bent.`,
    public: (name: string) =>
      `U ontvangt dit bericht van ${name} omdat u zich voor adviezen per e-mail hebt aangemeld.`,
    unsubscribe: 'Meld u af voor deze berichten',
    times: 'Alle tijden zijn Nederlandse tijd (CET of CEST).',
  },
  en: {
    contact: (name: string) =>
      `You receive this message from ${name} because you are our contact for your organisation.`,
    public: (name: string) =>
      `You receive this message from ${name} because you subscribed to advisories by e-mail.`,
    unsubscribe: 'Unsubscribe from these messages',
    times: 'All times are Dutch time (CET or CEST).',
  },
};

/** Who sends this and why, and for the public the way out. */
export function footParts(author: Author, reader: Reader, pages: Link[]): Part[] {
  const w = words[reader.language];
  const wayOut = reader.owner === 'public' ? [unsubscribe(reader.language)] : [];
  const links = [...pages, ...wayOut];
  return [
    { kind: 'prose', text: `${w[reader.owner](author.name)} ${w.times}` },
    ...(links.length > 0 ? [{ kind: 'links', links } as const] : []),
  ];
}

const unsubscribe = (language: Language): Link => ({
  title: words[language].unsubscribe,
  url: slot('unsubscribe'),
});
