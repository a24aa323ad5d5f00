import type { Language } from '../../src/advisory/language.ts';
import { Layout } from '../layout.tsx';

/** Why a link opens no page. */
export type RefusalReason = 'not_found' | 'gone' | 'conflict';

const words: Record<Language, Record<RefusalReason, { title: string; text: string }>> = {
  nl: {
    not_found: {
      title: 'Deze link kennen we niet',
      text: 'Waarschijnlijk is hij niet helemaal overgenomen. Kopieer de hele link uit het bericht, of open hem daar.',
    },
    gone: {
      title: 'Deze link is verlopen',
      text: 'Gebruik de link in een nieuwer bericht.',
    },
    conflict: {
      title: 'Op dit bericht is geen antwoord nodig',
      text: 'U hoeft niets te doen.',
    },
  },
  en: {
    not_found: {
      title: 'We do not know this link',
      text: 'Probably it was not copied whole. Copy the whole link from the message, or open it there.',
    },
    gone: {
      title: 'This link has expired',
      text: 'Use the link in a newer message.',
    },
    conflict: {
      title: 'This message needs no answer',
      text: 'There is nothing that you have to do.',
    },
  },
};

const help = {
  nl: (csirt: string) =>
    `Lukt het niet, of hebt u haast? Bel ${csirt} op het nummer dat u van ons hebt.`,
  en: (csirt: string) =>
    `Does it not work, or is it urgent? Call ${csirt} on the number that you have from us.`,
};

type RefusalProps = { language: Language; reason: RefusalReason; csirt: string };

/** The page of a link that opens nothing: what is the matter and what to do, and nothing about whose link it was. */
export function RefusalPage({ language, reason, csirt }: RefusalProps) {
  const { title, text } = words[language][reason];
  return (
    <Layout language={language} title={title} personal>
      <h1>{title}</h1>
      <p>{text}</p>
      {reason !== 'conflict' && <p>{help[language](csirt)}</p>}
    </Layout>
  );
}
